/** Who is put on which post by whom: bodies, posts, appointments, contacts by the table, the offices of all units. */
@NullMarked
package pingheng.people.staff;

import org.jspecify.annotations.NullMarked;
