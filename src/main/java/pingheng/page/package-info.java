/** The frame of a page: masthead, languages, how a page record becomes HTML and a refusal becomes an answer. */
@NullMarked
package pingheng.page;

import org.jspecify.annotations.NullMarked;
