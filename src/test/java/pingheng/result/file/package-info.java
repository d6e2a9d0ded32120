@NullMarked
package pingheng.result.file;

import org.jspecify.annotations.NullMarked;
