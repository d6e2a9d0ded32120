/** What was typed, folded to the one form in which it is kept and compared. */
@NullMarked
package pingheng.text;

import org.jspecify.annotations.NullMarked;
