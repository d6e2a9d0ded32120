/** Who is evaluated and who evaluates: units with their codes, parents and regions. */
@NullMarked
package pingheng.people;

import org.jspecify.annotations.NullMarked;
