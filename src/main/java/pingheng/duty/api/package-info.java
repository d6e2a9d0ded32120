/** The responsibility table and urgings for programs. */
@NullMarked
package pingheng.duty.api;

import org.jspecify.annotations.NullMarked;
