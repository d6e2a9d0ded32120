package pingheng.result;

import java.util.List;
import java.util.Optional;
import pingheng.figure.undecided.Explanation;
import pingheng.framework.Point;
import pingheng.people.Unit;
import pingheng.problem.Sentence;
import pingheng.result.arithmetic.Judged;
import pingheng.result.arithmetic.Precedence.Counted;
import pingheng.result.arithmetic.TotalResult;

/** What became of one unit: each point on each layer, what counts, and where the unit stands. */
public record UnitResult(Unit unit, List<OfPoint> points, TotalResult standing) {
    /** How much is undecided, and the first of it in words; empty for a unit that has its total. */
    public Optional<Sentence> undecided(Explanation explanation) {
        if (!(standing instanceof TotalResult.Undecided(var missing))) return Optional.empty();
        var first = missing.getFirst();
        var why = explanation.of(first.why(), first.lacking());
        return Optional.of(Sentence.of(
                "还有 %1$d 处未定，第一处 %2$s：%3$s",
                "%1$d points are open, the first is %2$s: %4$s", missing.size(), first.code(), why.zh(), why.en()));
    }

    /** One point: what each layer says, and what counts. */
    public record OfPoint(Point point, Judged judged, Counted counted) {}
}
