/** The sample and the visits for programs. */
@NullMarked
package pingheng.visit.api;

import org.jspecify.annotations.NullMarked;
