/** The published frameworks, kept as the tables they were imported from. */
@NullMarked
package pingheng.framework.published;

import org.jspecify.annotations.NullMarked;
