/** The key by which a backup is sealed: Ed25519, its secret half in a file of the account, its public half told to everybody. */
@NullMarked
package pingheng.seal;

import org.jspecify.annotations.NullMarked;
