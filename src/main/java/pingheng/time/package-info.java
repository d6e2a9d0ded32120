/** The two clocks: the one by which deadlines pass, which a rehearsal may move, and the one on the wall. */
@NullMarked
package pingheng.time;

import org.jspecify.annotations.NullMarked;
