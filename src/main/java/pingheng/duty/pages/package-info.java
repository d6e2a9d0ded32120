/** The responsibility matrix and the urgings. */
@NullMarked
package pingheng.duty.pages;

import org.jspecify.annotations.NullMarked;
