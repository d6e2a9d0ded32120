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

/** A decision of a layer on a point as it is kept: a version, by whom, when. Version 0 is before the first. */
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
        @Nullable Instant at) {
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

    /** What a signature on it covers. */
    void write(Canonical content) {
        content.line(
                "decision",
                point,
                decision.code(),
                marks,
                score == null ? "" : Exact.of(score.points()),
                reason,
                person);
    }
}
