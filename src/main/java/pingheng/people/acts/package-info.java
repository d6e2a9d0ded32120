/** Who asks, for whom a form was rendered, and that an act is done once however often its button is pressed. */
@NullMarked
package pingheng.people.acts;

import org.jspecify.annotations.NullMarked;
