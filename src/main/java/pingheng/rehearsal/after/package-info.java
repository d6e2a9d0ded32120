/** What follows a release in a rehearsal. */
@NullMarked
package pingheng.rehearsal.after;

import org.jspecify.annotations.NullMarked;
