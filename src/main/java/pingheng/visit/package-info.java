/** On-site checks: a sample that anybody can draw anew, and findings in words that the visited unit countersigns. */
@NullMarked
package pingheng.visit;

import org.jspecify.annotations.NullMarked;
