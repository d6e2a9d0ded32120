/** The queue of a review, one point side by side with what the unit says, and the opinion. */
@NullMarked
package pingheng.review.pages;

import org.jspecify.annotations.NullMarked;
