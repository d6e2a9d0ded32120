package pingheng.review;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Canonical;
import pingheng.framework.formula.Exact;
import pingheng.review.Judgement.Decision;

/** A decision of a layer on a point as it is kept: a version, by whom, when. Version 0 is before the first. */
public record Decided(
        String point,
        int version,
        Decision decision,
        String marks,
        @Nullable BigDecimal score,
        String reason,
        String person,
        String name,
        String post,
        @Nullable Instant at) {
    /** What a signature on it covers. */
    void write(Canonical content) {
        content.line("decision", point, decision.code(), marks, score == null ? "" : Exact.of(score), reason, person);
    }
}
