/** Who owes what: the responsibility table, the obligations of bodies, and what they are urged to do. */
@NullMarked
package pingheng.duty;

import org.jspecify.annotations.NullMarked;
