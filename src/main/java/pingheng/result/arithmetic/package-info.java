/** Pure arithmetic of a result: which layer counts, sums, adjustments, totals, grades and places, in exact decimals. */
@NullMarked
package pingheng.result.arithmetic;

import org.jspecify.annotations.NullMarked;
