package pingheng.people.staff.pages;

import java.util.List;
import java.util.Optional;
import pingheng.page.Page;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;

/** The units of the province: those that have no office yet, and the way to the people of all others. */
public record OfficesPage(Visitor visitor, List<Unit.Span> spans, List<Unit> missing, Optional<Reason> whyNotOpen)
        implements Page {

    public boolean lacks(Unit unit) {
        return missing.contains(unit);
    }

    /** The name of the unit above, where it is a city. */
    public String above(Unit unit) {
        return spans.stream()
                .map(Unit.Span::unit)
                .filter(one -> one.code().equals(unit.parent()) && one.evaluated())
                .map(Unit::name)
                .findFirst()
                .orElse("");
    }

    /** The names of those that succeed a unit. */
    public String heirs(Unit.Span span) {
        return String.join(
                "、",
                spans.stream()
                        .map(Unit.Span::unit)
                        .filter(one -> span.successors().contains(one.code()))
                        .map(Unit::name)
                        .toList());
    }
}
