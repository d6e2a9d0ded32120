/** Who writes on a unit in a round at the same time as others, and who does so alone. */
@NullMarked
package pingheng.round.lock;

import org.jspecify.annotations.NullMarked;
