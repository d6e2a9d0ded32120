/** Figures as they were reported and confirmed: each with its period, unit and source, on the layer that says so. */
@NullMarked
package pingheng.figure;

import org.jspecify.annotations.NullMarked;
