/** Results for programs: the dry run and its release for the province, what is in force for those whom it concerns. */
@NullMarked
package pingheng.result.release.api;

import org.jspecify.annotations.NullMarked;
