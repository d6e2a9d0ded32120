package pingheng.submission;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a unit says of one point: its marks, its claim where that differs from what the rule proposes, why it does, and the
 * statement 得失分说明. Each save is a version; version 0 is before the first.
 */
public record Answer(
        String point,
        int version,
        String marks,
        @Nullable BigDecimal claim,
        String reason,
        String statement,
        String person,
        @Nullable Instant at) {

    /** A text written on top of a version that was not the newest any more. */
    public record Beside(long id, Answer answer) {}

    static Answer none(String point) {
        return new Answer(point, 0, "", null, "", "", "", null);
    }

    /** Whether it says the same, whoever wrote it. */
    boolean same(Answer other) {
        return marks.equals(other.marks)
                && (claim == null ? other.claim == null : other.claim != null && claim.compareTo(other.claim) == 0)
                && reason.equals(other.reason)
                && statement.equals(other.statement);
    }
}
