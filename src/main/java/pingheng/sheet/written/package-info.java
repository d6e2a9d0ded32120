/** Tables as they are handed out: xlsx that opens everywhere and can be handed in again. */
@NullMarked
package pingheng.sheet.written;

import org.jspecify.annotations.NullMarked;
