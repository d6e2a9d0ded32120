package pingheng.result.release;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A result as it was released: under which document, approved when, in force from when, by which two persons. */
public record Release(Proposal proposal, String digest, String person, String post, Instant at) {
    /** A release that one person proposes: over the digest of the result they saw. */
    public record Proposal(
            long id,
            String document,
            LocalDate approved,
            Instant effective,
            String digest,
            String person,
            String name,
            String post,
            Instant at) {}

    /** The result of one unit; without a total it has no place. */
    public record OfUnit(
            String unit,
            String name,
            String level,
            String region,
            @Nullable BigDecimal total,
            @Nullable Integer place) {}

    public boolean inForce(Instant now) {
        return !now.isBefore(proposal.effective());
    }
}
