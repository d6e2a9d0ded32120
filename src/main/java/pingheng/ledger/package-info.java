/** What happened: one chain of hashes for each unit, written in the transaction of what it tells, never changed. */
@NullMarked
package pingheng.ledger;

import org.jspecify.annotations.NullMarked;
