/** The people of a unit, its posts, the table of contacts, the offices of the province, slips to print. */
@NullMarked
package pingheng.people.staff.pages;

import org.jspecify.annotations.NullMarked;
