/** Every failure, at whatever depth, has an answer of our own. */
@NullMarked
package pingheng.page;

import org.jspecify.annotations.NullMarked;
