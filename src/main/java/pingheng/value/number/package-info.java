/** Numbers that people see and give: which version of something, how many points. */
@NullMarked
package pingheng.value.number;

import org.jspecify.annotations.NullMarked;
