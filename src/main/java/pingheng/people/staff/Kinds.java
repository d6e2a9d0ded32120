package pingheng.people.staff;

import java.util.List;
import pingheng.people.Unit;

/** The kinds of department that a unit maps its bodies to; a framework names them, which is known above, not here. */
public interface Kinds {
    /** In the order of the framework; none while the unit is not evaluated by one. */
    List<String> of(Unit unit);
}
