/** The question that an open page of a point asks by itself, and the history of its texts. */
@NullMarked
package pingheng.submission.texts.pages;

import org.jspecify.annotations.NullMarked;
