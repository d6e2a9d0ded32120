/** Programs at the gate: a name and a password with every request, no session. */
@NullMarked
package pingheng.people.api;

import org.jspecify.annotations.NullMarked;
