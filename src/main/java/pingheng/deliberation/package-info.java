/** What the provincial committee deliberates: a mark for each unit by the members present, its own region recused. */
@NullMarked
package pingheng.deliberation;

import org.jspecify.annotations.NullMarked;
