/** The commands of the program: what can be done without a server. */
@NullMarked
package pingheng.commands;

import org.jspecify.annotations.NullMarked;
