package pingheng.deliberation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Sentence;
import pingheng.value.UnitCode;

/** The marks of the committee's members, by unit. */
public final class Committee {
    private final Map<UnitCode, Marks> byUnit = new HashMap<>();

    /** What was marked for a unit: the marks of the members present, and how many recused themselves. */
    public record Marks(
            List<BigDecimal> given, int recused, @Nullable Sentence unreadable) {
        Marks(List<BigDecimal> given, int recused) {
            this(given, recused, null);
        }
    }

    public Marks of(UnitCode unit) {
        return byUnit.getOrDefault(unit, new Marks(List.of(), 0));
    }

    /** The same marks under other codes of units (new to old). */
    public Committee renamed(Map<UnitCode, UnitCode> units) {
        var renamed = new Committee();
        units.forEach((unit, old) -> renamed.byUnit.put(unit, of(old)));
        return renamed;
    }

    /** Says why a mark of the unit cannot be read: what the committee gives it is undecided then. */
    void unreadable(UnitCode unit, Sentence why) {
        byUnit.put(unit, new Marks(of(unit).given, of(unit).recused, why));
    }

    void mark(UnitCode unit, BigDecimal mark) {
        var before = of(unit);
        var given = new ArrayList<>(before.given);
        given.add(mark);
        byUnit.put(unit, new Marks(given, before.recused, before.unreadable));
    }

    void recuse(UnitCode unit) {
        var before = of(unit);
        byUnit.put(unit, new Marks(before.given, before.recused + 1, before.unreadable));
    }
}
