/** How JSON is written and read again: one mapper for files and for programs. */
@NullMarked
package pingheng.json;

import org.jspecify.annotations.NullMarked;
