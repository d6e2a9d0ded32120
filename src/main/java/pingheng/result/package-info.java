/** What it adds up to: the scores of every unit on every layer, totals, places, and how each of them came about. */
@NullMarked
package pingheng.result;

import org.jspecify.annotations.NullMarked;
