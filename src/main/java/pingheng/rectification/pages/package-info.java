/** The pages of opinion letters and problem lists. */
@NullMarked
package pingheng.rectification.pages;

import org.jspecify.annotations.NullMarked;
