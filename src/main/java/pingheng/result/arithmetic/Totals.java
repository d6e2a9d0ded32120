package pingheng.result.arithmetic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;
import pingheng.round.setting.Credibility;

/** How totals are made, the same for every unit: the codes of the aspects in order, and the options of round and framework. */
public record Totals(
        Rounding rounding,
        List<String> aspects,
        Credibility credibility,
        @Nullable BigDecimal bonusMaximum,
        @Nullable Grades grades) {
    private static final Sentence NOTHING_APPLIES = new Sentence("没有适用的观测点", "no point applies to the unit");

    /** Refuses a negative bonus maximum. */
    public Totals {
        aspects = List.copyOf(aspects);
        if (bonusMaximum != null && bonusMaximum.signum() < 0)
            throw new IllegalArgumentException("a bonus of at most " + bonusMaximum);
    }

    /**
     * Where a unit stands by its points, each given once. Its total is the exact sum of its aspects and of what follows, in
     * this order: points that do not apply, credibility, bonus, deliberation (null: the framework has none), cap, veto,
     * downgrade. Refuses no points at all, an aspect that is not there, and scores with more decimals than a score keeps.
     */
    public TotalResult of(
            List<PointScore> points, @Nullable Deliberation deliberation, List<? extends Triggered> triggered) {
        if (points.isEmpty()) throw new IllegalArgumentException("no points");
        var missing = missing(points);
        if (deliberation != null && !deliberation.decided())
            missing.add(new TotalResult.Missing(Adjustment.DELIBERATION, deliberation.whyUndecided()));
        if (!missing.isEmpty()) return new TotalResult.Undecided(missing);

        var sums = sums(points);
        var adjusting = new Adjusting(rounding, sums, triggered);
        adjusting.rescale(inapplicable(points));
        adjusting.correct(credibility, points);
        adjusting.reward(bonusMaximum);
        if (deliberation != null) adjusting.list(deliberation.adjustment(rounding));
        adjusting.restrict();
        return new TotalResult.Total(sums, adjusting.listed(), adjusting.total(), adjusting.grade(grades));
    }

    private static List<TotalResult.Missing> missing(List<PointScore> points) {
        var missing = new ArrayList<TotalResult.Missing>();
        boolean applies = false;
        for (var point : points) {
            if (point.outcome() instanceof Outcome.Undecided(var why, var lacking))
                missing.add(new TotalResult.Missing(point.point().text(), why, lacking));
            applies |= !(point.outcome() instanceof Outcome.NotApplicable);
        }
        if (!applies)
            for (var point : points)
                missing.add(new TotalResult.Missing(point.point().text(), NOTHING_APPLIES));
        return missing;
    }

    private List<TotalResult.Aspect> sums(List<PointScore> points) {
        var maxima = new BigDecimal[aspects.size()];
        var scores = new BigDecimal[aspects.size()];
        var zero = rounding.score(BigDecimal.ZERO);
        Arrays.fill(maxima, BigDecimal.ZERO);
        Arrays.fill(scores, zero);
        for (var point : points) {
            int aspect = point.aspect();
            maxima[aspect] = maxima[aspect].add(point.maximum());
            if (point.outcome() instanceof Outcome.Scored(var score))
                scores[aspect] = scores[aspect].add(rounding.exact(score));
        }
        var sums = new ArrayList<TotalResult.Aspect>(scores.length);
        for (int i = 0; i < scores.length; i++) sums.add(new TotalResult.Aspect(aspects.get(i), maxima[i], scores[i]));
        return sums;
    }

    private static BigDecimal inapplicable(List<PointScore> points) {
        var inapplicable = BigDecimal.ZERO;
        for (var point : points)
            if (point.outcome() instanceof Outcome.NotApplicable) inapplicable = inapplicable.add(point.maximum());
        return inapplicable;
    }
}
