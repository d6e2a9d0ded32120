/** What follows a release: the opinion letter, its problem list, and each problem until it is closed. */
@NullMarked
package pingheng.rectification;

import org.jspecify.annotations.NullMarked;
