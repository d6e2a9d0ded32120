/** What has been seen, in one number: canonical texts and SHA-256. */
@NullMarked
package pingheng.digest;

import org.jspecify.annotations.NullMarked;
