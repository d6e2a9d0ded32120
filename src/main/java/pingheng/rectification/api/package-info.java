/** Opinion letters and problem lists for programs. */
@NullMarked
package pingheng.rectification.api;

import org.jspecify.annotations.NullMarked;
