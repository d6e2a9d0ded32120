/** Reads a framework out of its tables and checks it as a whole before anybody is scored by it. */
@NullMarked
package pingheng.framework.table;

import org.jspecify.annotations.NullMarked;
