/** Tables of settings: one row a setting, its key and its value. */
@NullMarked
package pingheng.sheet.key;

import org.jspecify.annotations.NullMarked;
