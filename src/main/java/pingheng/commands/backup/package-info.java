/** A backup is one sealed file: every table, where the numbering stands, every stored file, and a manifest with their digests. */
@NullMarked
package pingheng.commands.backup;

import org.jspecify.annotations.NullMarked;
