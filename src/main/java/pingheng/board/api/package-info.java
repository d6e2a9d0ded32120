/** The ledger for programs, with what it takes to recompute every hash. */
@NullMarked
package pingheng.board.api;

import org.jspecify.annotations.NullMarked;
