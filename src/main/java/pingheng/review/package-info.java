/** What each layer says of each point: marks, agreement, an explicit score with its reason. No layer overwrites another. */
@NullMarked
package pingheng.review;

import org.jspecify.annotations.NullMarked;
