package pingheng.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Findings as they were handed over under a digest, and what the unit said to them. */
public record SiteRecord(
        long id,
        String digest,
        String name,
        Instant at,
        @Nullable Countersignature countersignature) {
    /** The unit's word: that it is so, or what it objects to. */
    public record Countersignature(boolean agrees, String text, String name, Instant at) {}
}
