/** Decisions that hold no more, because a later submission says otherwise than the one they were taken on. */
@NullMarked
package pingheng.review.fallen;

import org.jspecify.annotations.NullMarked;
