/** The rounds for programs, and what the whole interface says of itself. */
@NullMarked
package pingheng.round.api;

import org.jspecify.annotations.NullMarked;
