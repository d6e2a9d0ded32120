/** What a unit reports as figures: each by its owner, each change a version. */
@NullMarked
package pingheng.submission.figures;

import org.jspecify.annotations.NullMarked;
