@NullMarked
package pingheng.json;

import org.jspecify.annotations.NullMarked;
