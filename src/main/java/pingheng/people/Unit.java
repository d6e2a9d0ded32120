package pingheng.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.value.UnitCode;

/** A government: its code of GB/T 2260, name and level, the code of the one above it, and the region it is ranked in. */
public record Unit(
        UnitCode code, String name, Level level, @Nullable UnitCode parent, String region) {
    /** How long a unit is there: from its first day on; once it is merged, until the first day without it, and who succeeds it. */
    public record Span(Unit unit, LocalDate from, @Nullable LocalDate until, List<UnitCode> successors) {}

    /** Whether it is evaluated: counties and cities are, the province is not. */
    public boolean evaluated() {
        return level.evaluated();
    }
}
