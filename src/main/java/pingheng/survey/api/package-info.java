/** The results of the survey for the programs of the province. */
@NullMarked
package pingheng.survey.api;

import org.jspecify.annotations.NullMarked;
