/** How Pingheng says no: reasons with stable codes, and findings that name the place and the way out. */
@NullMarked
package pingheng.problem;

import org.jspecify.annotations.NullMarked;
