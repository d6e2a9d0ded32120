/** Tables as offices hand them in: xlsx, tsv and csv, read row by row, every refusal naming its cell. */
@NullMarked
package pingheng.sheet;

import org.jspecify.annotations.NullMarked;
