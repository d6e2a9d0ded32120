/** Small typed formulas over named figures: exact numbers, checked units, no loops, no input or output. */
@NullMarked
package pingheng.framework.formula;

import org.jspecify.annotations.NullMarked;
