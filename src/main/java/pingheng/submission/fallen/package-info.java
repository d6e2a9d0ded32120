/** Signatures that hold no more: what has changed since, and who changed it. */
@NullMarked
package pingheng.submission.fallen;

import org.jspecify.annotations.NullMarked;
