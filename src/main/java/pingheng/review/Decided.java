package pingheng.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Canonical;
import pingheng.framework.formula.Exact;
import pingheng.framework.rule.Marks;
import pingheng.problem.Sentence;
import pingheng.problem.StandingText;
import pingheng.problem.StoredRow;
import pingheng.review.Judgement.Decision;
import pingheng.round.Layer;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.number.Score;
import pingheng.value.number.Version;

/**
 * A decision of a layer on a point as it is kept: a version, by whom, when, and on what: the digest of the point as it was submitted. It
 * holds in every submission in which the point has that digest. Version 0 is before the first.
 */
public record Decided(
        PointCode point,
        Version version,
        Decision decision,
        Marks marks,
        @Nullable Score score,
        String reason,
        Login person,
        String name,
        String post,
        @Nullable Instant at,
        @Nullable String sealed) {
    /** Why the marks that the layer gives cannot be read; what hangs on them is undecided then. */
    public Optional<Sentence> unreadable(Layer layer) {
        if (decision != Decision.MARKS || marks.whole().isPresent()) return Optional.empty();
        var why = marks.unreadable().orElseGet(() -> Sentence.of("评分不全：%s", "marks are missing: %s", marks));
        var row = new StoredRow(
                "「%s %s 第 %s 版」".formatted(layer.zh(), point, version),
                "%s %s, version %s".formatted(layer.en(), point, version));
        return Optional.of(row.unreadable(why));
    }

    /** The marks that the layer gives; to be asked where they can be read. */
    List<Exact> given() {
        return decision == Decision.MARKS ? marks.whole().orElse(List.of()) : List.of();
    }

    /** As one is told who decided something else at the same time. */
    StandingText standing() {
        var given = marks.none() ? "" : " " + marks;
        var scored = score == null ? "" : " " + score;
        var why = reason.isEmpty() ? "" : "\n" + reason;
        var told = decision.told();
        return new StandingText(
                name, at, new Sentence(told.zh() + given + scored + why, told.en() + given + scored + why));
    }

    /** What a signature on it covers; in the first format it did not name on what it was decided. */
    void write(Canonical content, int format) {
        var scored = score == null ? "" : Exact.of(score.points());
        if (format == 1) content.line("decision", point, decision.code(), marks, scored, reason, person);
        else
            content.line(
                    "decision", point, decision.code(), marks, scored, reason, person, sealed == null ? "" : sealed);
    }
}
