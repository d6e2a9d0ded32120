/** Signing in, choosing a post, and who is who. */
@NullMarked
package pingheng.people.pages;

import org.jspecify.annotations.NullMarked;
