/** Verifies the tables of schools that were handed in. */
@NullMarked
package pingheng.figure.check;

import org.jspecify.annotations.NullMarked;
