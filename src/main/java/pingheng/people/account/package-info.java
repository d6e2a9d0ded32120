/** Accounts: who may sign in, the slips of paper by which accounts are handed down, and what may stand in a name. */
@NullMarked
package pingheng.people.account;

import org.jspecify.annotations.NullMarked;
