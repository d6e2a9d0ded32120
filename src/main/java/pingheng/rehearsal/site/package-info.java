/** The on-site checks of a rehearsal. */
@NullMarked
package pingheng.rehearsal.site;

import org.jspecify.annotations.NullMarked;
