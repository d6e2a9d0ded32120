/** Which kinds of departments the newest round names. */
@NullMarked
package pingheng.round.kinds;

import org.jspecify.annotations.NullMarked;
