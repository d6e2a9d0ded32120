/** A backup is one sealed file: every table, where the numbering stands, every stored file, a manifest with their digests, a seal over it. */
@NullMarked
package pingheng.commands.backup;

import org.jspecify.annotations.NullMarked;
