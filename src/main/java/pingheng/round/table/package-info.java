/** The table in which a folder holds the settings of its round. */
@NullMarked
package pingheng.round.table;

import org.jspecify.annotations.NullMarked;
