/** What things are named by: numbers that the database counts, each of a type of its own, so that none is taken for another. */
@NullMarked
package pingheng.value;

import org.jspecify.annotations.NullMarked;
