/** Who reports a figure of a unit: the body that the framework means, or the one to which the office moved it. */
@NullMarked
package pingheng.figure.owner;

import org.jspecify.annotations.NullMarked;
