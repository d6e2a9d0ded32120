package pingheng.people.staff.pages;

import java.util.List;
import java.util.Optional;
import pingheng.page.Page;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;

/** The units of the province: those that have no office yet, and the way to the people of all others. */
public record OfficesPage(Visitor visitor, List<Unit> units, List<Unit> missing, Optional<Reason> whyNotOpen)
        implements Page {

    public boolean lacks(Unit unit) {
        return missing.contains(unit);
    }

    /** The name of the unit above, where it is a city. */
    public String above(Unit unit) {
        return units.stream()
                .filter(one -> one.code().equals(unit.parent()) && one.evaluated())
                .map(Unit::name)
                .findFirst()
                .orElse("");
    }
}
