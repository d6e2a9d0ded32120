/** Verifies a record: every check of the house over one read-only sight of a copy of the data. */
@NullMarked
package pingheng.commands.verify;

import org.jspecify.annotations.NullMarked;
