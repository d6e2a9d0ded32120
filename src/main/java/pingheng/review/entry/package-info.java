/** What acts of a layer leave in the ledger: that they were done and on what, never what was said. */
@NullMarked
package pingheng.review.entry;

import org.jspecify.annotations.NullMarked;
