package pingheng.review;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Canonical;

/** A figure as a layer confirms it, and why it is not what was reported; without a value, what was reported holds again. */
public record Confirmed(
        String figure,
        String member,
        String period,
        int version,
        String written,
        @Nullable BigDecimal value,
        String reason,
        String person,
        Instant at) {
    /** The one figure of a unit that this is a value of: figure.member@period. */
    public String key() {
        return figure + (member.isEmpty() ? "" : "." + member) + "@" + period;
    }

    /** What a signature on it covers. */
    void write(Canonical content) {
        content.line("confirmed", key(), written, reason, person);
    }
}
