/** Pages where the figures and the schools of a unit come in and go out as tables. */
@NullMarked
package pingheng.submission.tables.pages;

import org.jspecify.annotations.NullMarked;
