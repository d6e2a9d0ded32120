/** A session of the committee for programs. */
@NullMarked
package pingheng.deliberation.api;

import org.jspecify.annotations.NullMarked;
