/** Bytes named by their SHA-256 in a folder of this machine: whole or not there, and stored once. */
@NullMarked
package pingheng.files;

import org.jspecify.annotations.NullMarked;
