/** What was submitted, read from the very text that was sealed. */
@NullMarked
package pingheng.submission.sealed;

import org.jspecify.annotations.NullMarked;
