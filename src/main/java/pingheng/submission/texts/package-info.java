/** What several write on one point: their texts side by side until somebody settles them, and every version ever written. */
@NullMarked
package pingheng.submission.texts;

import org.jspecify.annotations.NullMarked;
