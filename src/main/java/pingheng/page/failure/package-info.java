/** What could not be done is told truly, however deep it failed. */
@NullMarked
package pingheng.page.failure;

import org.jspecify.annotations.NullMarked;
