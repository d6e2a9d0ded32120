/** Reviews for programs. */
@NullMarked
package pingheng.review.api;

import org.jspecify.annotations.NullMarked;
