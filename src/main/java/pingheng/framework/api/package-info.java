/** The published frameworks for programs. */
@NullMarked
package pingheng.framework.api;

import org.jspecify.annotations.NullMarked;
