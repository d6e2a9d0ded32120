/** Texts as people type and paste them. */
@NullMarked
package pingheng.text;

import org.jspecify.annotations.NullMarked;
