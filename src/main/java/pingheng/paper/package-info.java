/** Pages of paper: A4 with Chinese text, a foot on each page, lines to sign on and a box for the stamp. */
@NullMarked
package pingheng.paper;

import org.jspecify.annotations.NullMarked;
