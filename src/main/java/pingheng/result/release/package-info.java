/** The result on the server: computed from what was submitted and decided, tried out, released by two, and read by those it concerns. */
@NullMarked
package pingheng.result.release;

import org.jspecify.annotations.NullMarked;
