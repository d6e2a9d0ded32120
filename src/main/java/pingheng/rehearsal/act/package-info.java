/** The acts of a rehearsal: what each leaves to its visitors, and which have been played. */
@NullMarked
package pingheng.rehearsal.act;

import org.jspecify.annotations.NullMarked;
