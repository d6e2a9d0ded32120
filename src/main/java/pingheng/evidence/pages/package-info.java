/** Handing out files of evidence. */
@NullMarked
package pingheng.evidence.pages;

import org.jspecify.annotations.NullMarked;
