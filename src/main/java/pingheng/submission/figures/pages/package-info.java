/** Pages where figures are entered cell by cell, and where each tells its history. */
@NullMarked
package pingheng.submission.figures.pages;

import org.jspecify.annotations.NullMarked;
