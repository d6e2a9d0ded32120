/** Files of evidence for programs, byte for byte. */
@NullMarked
package pingheng.evidence.api;

import org.jspecify.annotations.NullMarked;
