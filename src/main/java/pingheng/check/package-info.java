/** What in a record is not what it must be: one sentence a difference, and the checks that find them. */
@NullMarked
package pingheng.check;

import org.jspecify.annotations.NullMarked;
