/** What a unit says of itself: point by point, signed off, sealed, submitted with a receipt. */
@NullMarked
package pingheng.submission;

import org.jspecify.annotations.NullMarked;
