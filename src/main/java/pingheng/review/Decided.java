package pingheng.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Canonical;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;
import pingheng.framework.rule.Marks;
import pingheng.problem.Sentence;
import pingheng.problem.StandingText;
import pingheng.problem.StoredRow;
import pingheng.review.Judgement.Decision;
import pingheng.round.Layer;
import pingheng.value.Login;
import pingheng.value.PointCode;

/** A decision of a layer on a point as it is kept: a version, by whom, when. Version 0 is before the first. */
public record Decided(
        PointCode point,
        int version,
        Decision decision,
        String marks,
        @Nullable BigDecimal score,
        String reason,
        Login person,
        String name,
        String post,
        @Nullable Instant at) {
    /** Why the marks that the layer gives cannot be read; what hangs on them is undecided then. */
    public Optional<Sentence> unreadable(Layer layer) {
        try {
            if (decision == Decision.MARKS && Marks.read(marks).whole().isEmpty())
                throw new Malformed("评分不全：%s", "marks are missing: %s", marks);
            return Optional.empty();
        } catch (Malformed malformed) {
            var row = new StoredRow(
                    "「%s %s 第 %d 版」".formatted(layer.zh(), point, version),
                    "%s %s, version %d".formatted(layer.en(), point, version));
            return Optional.of(row.unreadable(malformed.sentence()));
        }
    }

    /** The mark of each item as it is written; what cannot be read is no mark. */
    public List<String> fields() {
        try {
            return Marks.read(marks).fields();
        } catch (Malformed _) {
            return List.of();
        }
    }

    /** The marks that the layer gives; to be asked where they can be read. */
    List<Exact> given() {
        return decision == Decision.MARKS ? Marks.read(marks).whole().orElse(List.of()) : List.of();
    }

    /** As one is told who decided something else at the same time. */
    StandingText standing() {
        var given = marks.isEmpty() ? "" : " " + marks;
        var scored = score == null ? "" : " " + score.stripTrailingZeros().toPlainString();
        var why = reason.isEmpty() ? "" : "\n" + reason;
        var told = decision.told();
        return new StandingText(
                name, at, new Sentence(told.zh() + given + scored + why, told.en() + given + scored + why));
    }

    /** What a signature on it covers. */
    void write(Canonical content) {
        content.line("decision", point, decision.code(), marks, score == null ? "" : Exact.of(score), reason, person);
    }
}
