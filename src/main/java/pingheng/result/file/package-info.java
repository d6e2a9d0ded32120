/** The files in which a result leaves the house as data: records of what is written, filled from what was computed. */
@NullMarked
package pingheng.result.file;

import org.jspecify.annotations.NullMarked;
