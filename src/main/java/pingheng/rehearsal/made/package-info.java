/** A synthetic province out of a seed: the same seed, the same bytes. */
@NullMarked
package pingheng.rehearsal.made;

import org.jspecify.annotations.NullMarked;
