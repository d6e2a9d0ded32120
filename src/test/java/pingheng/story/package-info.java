/** The tale of one county, told in a browser by those who do the work. */
@NullMarked
package pingheng.story;

import org.jspecify.annotations.NullMarked;
