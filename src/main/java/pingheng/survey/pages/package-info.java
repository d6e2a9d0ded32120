/** The page where the province imports what the survey found and sees whose samples are missing or too small. */
@NullMarked
package pingheng.survey.pages;

import org.jspecify.annotations.NullMarked;
