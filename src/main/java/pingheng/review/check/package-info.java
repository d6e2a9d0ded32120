/** Verifies signed opinions: each over the decisions and confirmed figures of its moment. */
@NullMarked
package pingheng.review.check;

import org.jspecify.annotations.NullMarked;
