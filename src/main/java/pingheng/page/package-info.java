/** The frame of a page: masthead, languages, how a page record becomes HTML. */
@NullMarked
package pingheng.page;

import org.jspecify.annotations.NullMarked;
