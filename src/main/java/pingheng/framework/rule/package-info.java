/** The kinds of scoring rule an evaluation uses, each told as a formula: what explains a score is what computed it. */
@NullMarked
package pingheng.framework.rule;

import org.jspecify.annotations.NullMarked;
