package pingheng.people.staff.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.value.Codes;
import pingheng.value.UnitCode;

/** A unit is merged into others: first what is typed, then what will happen, to whom. */
public record MergerPage(
        Visitor visitor,
        List<Unit> units,
        @Nullable UnitCode unit,
        @Nullable LocalDate day,
        String successors,
        Optional<Reason> whyNot)
        implements Page {

    /** Whether enough is typed to say what will happen. */
    public boolean typed() {
        return unit != null && day != null && !successors.isEmpty();
    }

    public String name() {
        return unit == null ? "" : name(unit);
    }

    /** The successors by name. */
    public String heirs() {
        return String.join(
                "、",
                Codes.typed(successors, UnitCode::new).stream().map(this::name).toList());
    }

    private String name(UnitCode code) {
        return units.stream()
                .filter(one -> one.code().equals(code))
                .map(one -> one.name() + " " + code)
                .findFirst()
                .orElse(code.text());
    }
}
