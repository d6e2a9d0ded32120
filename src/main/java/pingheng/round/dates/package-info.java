/** The rounds as they are for one unit: whether it is there, when each stage is due for it and when it locks. */
@NullMarked
package pingheng.round.dates;

import org.jspecify.annotations.NullMarked;
