/** What every form carries beside its fields, and what becomes of the text of a form that was not taken. */
@NullMarked
package pingheng.page.form;

import org.jspecify.annotations.NullMarked;
