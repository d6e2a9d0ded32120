/** The self-evaluation for programs: the verbs of its pages, and receipts that can be recomputed. */
@NullMarked
package pingheng.submission.api;

import org.jspecify.annotations.NullMarked;
