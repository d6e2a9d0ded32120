/** Verifies what a unit signed, sealed and sent: recomputed from what is stored, held against the ledger and a receipt. */
@NullMarked
package pingheng.submission.check;

import org.jspecify.annotations.NullMarked;
