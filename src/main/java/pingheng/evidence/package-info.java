/** Documents that prove what is reported: what they may be called and what they may be, told by their content. */
@NullMarked
package pingheng.evidence;

import org.jspecify.annotations.NullMarked;
