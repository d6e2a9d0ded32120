/** What is measured: yearly frameworks of observation points, their figures, rules and versions. Imported data, never code. */
@NullMarked
package pingheng.framework;

import org.jspecify.annotations.NullMarked;
