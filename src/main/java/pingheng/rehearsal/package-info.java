/** The synthetic province: figures, marks and answers made up by a seed, plausible and marked as not official. */
@NullMarked
package pingheng.rehearsal;

import org.jspecify.annotations.NullMarked;
