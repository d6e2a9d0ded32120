/** The pages of the sample, which everybody sees, and of each visit, which those see who have to do with it. */
@NullMarked
package pingheng.visit.pages;

import org.jspecify.annotations.NullMarked;
