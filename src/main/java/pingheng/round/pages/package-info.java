/** Where a request is: its round, its unit, when it arrived; and the clock of a rehearsal. */
@NullMarked
package pingheng.round.pages;

import org.jspecify.annotations.NullMarked;
