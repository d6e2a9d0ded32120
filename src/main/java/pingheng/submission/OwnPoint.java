package pingheng.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Sha256;
import pingheng.duty.Duty;
import pingheng.evidence.Document;
import pingheng.figure.Cell;
import pingheng.framework.Point;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Reason;
import pingheng.text.Coded;
import pingheng.value.BodyId;
import pingheng.value.Login;

/** One point of a self-evaluation as it stands: who owes it, what is said, what the rule makes of it, who has signed what. */
public record OwnPoint(
        Point point,
        List<Duty> duties,
        Answer answer,
        List<Cell> reads,
        List<Cell> missing,
        Outcome proposal,
        List<Document> evidence,
        String content,
        Signed signed) {

    /** What has happened to the point: the sign-offs of what there is today, and those that fell because something changed since. */
    public record Signed(
            @Nullable SignOff filled,
            @Nullable SignOff checked,
            @Nullable Return returned,
            int beside,
            List<SignOff> fallen) {}

    /** A point sent back inside the unit, and why. */
    public record Return(String reason, Login person, java.time.Instant at) {}

    /** Where a point stands, in a word. */
    public enum State implements Coded {
        MISSING,
        DRAFT,
        RETURNED,
        FILLED,
        CHECKED
    }

    public State state() {
        if (signed.checked != null) return State.CHECKED;
        if (signed.filled != null) return State.FILLED;
        if (signed.returned != null) return State.RETURNED;
        return answer.version().none() && evidence.isEmpty() ? State.MISSING : State.DRAFT;
    }

    public String digest() {
        return Sha256.of(content);
    }

    /** The body that leads; none while the table has a gap. */
    public Optional<BodyId> lead() {
        return duties.stream().filter(Duty::leads).map(Duty::body).findFirst();
    }

    /** What counts as the unit's own score: its claim or what the rule proposes. */
    public Optional<BigDecimal> own() {
        if (answer.claim() != null) return Optional.of(answer.claim().points());
        return proposal instanceof Outcome.Scored(BigDecimal score) ? Optional.of(score) : Optional.empty();
    }

    /** Why the point is not complete yet: the same words on the desk and at the button. */
    public Optional<Reason> whyNotComplete() {
        if (signed.beside > 0)
            return no(
                    "submission.beside",
                    "有 %1$d 份同时写下的文字待合并",
                    "%1$d texts written at the same time wait to be merged",
                    signed.beside);
        if (!missing.isEmpty())
            return no(
                    "submission.figures",
                    "还缺数据：%1$s%3$s",
                    "figures are missing: %2$s%3$s",
                    missing.getFirst().title().zh(),
                    missing.getFirst().title().en(),
                    missing.size() == 1 ? "" : " +" + (missing.size() - 1));
        if (point.rule().marks() > 0 && answer.marks().none())
            return no("submission.marks", "还没有自评打分", "the marks are not given yet");
        if (proposal instanceof Outcome.Undecided(var why, var _)
                && !point.rule().ranks())
            return Optional.of(Reason.conflict("submission.undecided", "%1$s", "%2$s", why.zh(), why.en()));
        if (answer.statement().isBlank())
            return no("submission.statement", "还没有得失分说明", "the statement of what was gained and lost is missing");
        if (claimsMore() && answer.reason().isBlank())
            return no("submission.claim", "自评分高于按细则算得的分，须写明理由", "more is claimed than the rule gives: say why");
        if (point.kind() == Point.Kind.QUALITATIVE && evidence.isEmpty())
            return no(
                    "submission.evidence", "定性观测点至少要有一份佐证", "a qualitative point needs one piece of evidence at least");
        return Optional.empty();
    }

    private boolean claimsMore() {
        return answer.claim() != null
                && proposal instanceof Outcome.Scored(BigDecimal score)
                && answer.claim().points().compareTo(score) > 0;
    }

    private static Optional<Reason> no(String code, String zh, String en, Object... args) {
        return Optional.of(Reason.conflict(code, zh, en, args));
    }
}
