/** Parts of a zip that is not trusted: bounded in size, and compared with what the zip says of them. */
@NullMarked
package pingheng.sheet.zip;

import org.jspecify.annotations.NullMarked;
