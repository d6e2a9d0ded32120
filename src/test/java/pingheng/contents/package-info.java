/** Who reads what: worlds that differ in what is secret look the same to everybody who may not know it. */
@NullMarked
package pingheng.contents;

import org.jspecify.annotations.NullMarked;
