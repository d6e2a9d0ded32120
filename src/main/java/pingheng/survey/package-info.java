/** What the satisfaction survey found: answers per county and audience, which become figures that points are scored on. */
@NullMarked
package pingheng.survey;

import org.jspecify.annotations.NullMarked;
