package pingheng.people.staff.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;

/** A unit is merged into others: first what is typed, then what will happen, to whom. */
public record MergerPage(
        Visitor visitor,
        List<Unit> units,
        String unit,
        @Nullable LocalDate day,
        String successors,
        Optional<Reason> whyNot)
        implements Page {

    /** Whether enough is typed to say what will happen. */
    public boolean typed() {
        return !unit.isEmpty() && day != null && !successors.isEmpty();
    }

    public String name() {
        return name(unit);
    }

    /** The successors by name. */
    public String heirs() {
        return String.join("、", codes(successors).stream().map(this::name).toList());
    }

    /** Codes as people type them, apart from each other by spaces, commas or semicolons. */
    static List<String> codes(String typed) {
        return Stream.of(typed.split("[\\s,，、;；]+"))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private String name(String code) {
        return units.stream()
                .filter(one -> one.code().equals(code))
                .map(one -> one.name() + " " + code)
                .findFirst()
                .orElse(code);
    }
}
