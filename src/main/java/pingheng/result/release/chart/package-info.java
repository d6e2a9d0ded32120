/** Where each mark of a chart stands: pure geometry, in the units of the drawing; templates only print it. */
@NullMarked
package pingheng.result.release.chart;

import org.jspecify.annotations.NullMarked;
