/** The rules of the house as tests: each looks at the whole code, and each is seen going red on a planted breach. */
@NullMarked
package pingheng;

import org.jspecify.annotations.NullMarked;
