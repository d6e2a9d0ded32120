/** What a unit has written and signed, read at once. */
@NullMarked
package pingheng.submission.written;

import org.jspecify.annotations.NullMarked;
