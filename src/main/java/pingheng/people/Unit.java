package pingheng.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A government as the server knows it, the province included: code, name, level as written, parent and region. */
public record Unit(
        String code, String name, String level, @Nullable String parent, String region) {
    /** How long a unit is there: from its first day on; once it is merged, until the first day without it, and who succeeds it. */
    public record Span(Unit unit, LocalDate from, @Nullable LocalDate until, List<String> successors) {}

    /** Whether it is evaluated: counties and cities are. */
    public boolean evaluated() {
        return !level.equals("province");
    }
}
