/** Verifies the minutes of the committee: written anew from what was said. */
@NullMarked
package pingheng.deliberation.check;

import org.jspecify.annotations.NullMarked;
