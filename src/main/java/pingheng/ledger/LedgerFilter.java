package pingheng.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pingheng.value.PointCode;

/** Which entries of a chain are asked for: those that name a point, by an office or a post, of a verb, from an instant until before another. */
public record LedgerFilter(@Nullable PointCode point, String office, String verb, Instant from, Instant until) {
    /** Later than any round. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    public static final LedgerFilter ALL = new LedgerFilter(null, "", "", Instant.EPOCH, NEVER);

    /** A regular expression that finds the code of the point and no longer one that begins or ends with it; empty for any. */
    String naming() {
        if (point == null) return "";
        var code = point.text().replaceAll("([^\\p{L}\\p{N}])", "\\\\$1");
        return "(^|[^0-9.])" + code + "($|[^0-9.]|[.]($|[^0-9]))";
    }
}
