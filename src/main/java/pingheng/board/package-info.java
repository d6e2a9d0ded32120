/** What everybody sees first: the masthead, my desk, the whole county. */
@NullMarked
package pingheng.board;

import org.jspecify.annotations.NullMarked;
