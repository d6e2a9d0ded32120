package pingheng.figure;

import java.math.BigDecimal;
import java.time.Instant;

/** A figure as a unit has reported it: what was typed, the value, and who typed it in which version. */
public record Reported(
        String figure,
        String member,
        String period,
        String written,
        BigDecimal value,
        String source,
        int version,
        String person,
        Instant at) {
    /** The one figure of a unit that this is a value of. */
    public String key() {
        return figure + (member.isEmpty() ? "" : "." + member) + "@" + period;
    }
}
