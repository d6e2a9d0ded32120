/** The published frameworks, and the way in for another one. */
@NullMarked
package pingheng.framework.pages;

import org.jspecify.annotations.NullMarked;
