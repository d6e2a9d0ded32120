/** Pictures of every page, and what axe says of each. */
@NullMarked
package pingheng.pictures;

import org.jspecify.annotations.NullMarked;
