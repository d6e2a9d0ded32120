/** When and how a year is evaluated: the settings of a round, its layers, and which of them counts. */
@NullMarked
package pingheng.round;

import org.jspecify.annotations.NullMarked;
