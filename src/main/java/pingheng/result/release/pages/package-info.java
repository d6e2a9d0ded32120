/** Results tried out and released, the ranking, and how each score came about. */
@NullMarked
package pingheng.result.release.pages;

import org.jspecify.annotations.NullMarked;
