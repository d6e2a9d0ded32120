/** What programs are told: JSON that is strict and bounded, and problem details when the answer is no. */
@NullMarked
package pingheng.page.api;

import org.jspecify.annotations.NullMarked;
