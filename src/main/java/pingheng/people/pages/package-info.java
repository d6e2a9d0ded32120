/** Signing in and choosing a post. */
@NullMarked
package pingheng.people.pages;

import org.jspecify.annotations.NullMarked;
