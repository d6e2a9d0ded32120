/** What happened: chains of hashes by who may read them, written in the transaction of what it tells, never changed. */
@NullMarked
package pingheng.ledger;

import org.jspecify.annotations.NullMarked;
