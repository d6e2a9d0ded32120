/** The pages of a unit's own work: points, figures, the way to the seal. */
@NullMarked
package pingheng.submission.pages;

import org.jspecify.annotations.NullMarked;
