/** What a merger of units meets in submissions. */
@NullMarked
package pingheng.submission.merged;

import org.jspecify.annotations.NullMarked;
