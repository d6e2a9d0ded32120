/** Says in words why a point is undecided: which figure is missing, of which school, who reports it, and what is there already. */
@NullMarked
package pingheng.figure.undecided;

import org.jspecify.annotations.NullMarked;
