package pingheng.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.framework.AdjustmentRule;
import pingheng.framework.formula.Missing;
import pingheng.framework.rule.Lacking;
import pingheng.framework.rule.Outcome;
import pingheng.people.Unit;
import pingheng.problem.Sentence;
import pingheng.result.arithmetic.Deliberation;
import pingheng.result.arithmetic.PointScore;
import pingheng.result.arithmetic.Precedence;
import pingheng.result.arithmetic.TotalResult;
import pingheng.result.arithmetic.Totals;
import pingheng.result.arithmetic.Triggered;
import pingheng.round.Layer;

/** Scores one unit: every point on every layer, what counts of it, the total. */
final class Scorer {
    private final Evaluation.OfLevel of;
    private final Placings placings;
    private final Precedence precedence;
    private final Totals totals;
    private final int quorum;
    private final List<Outcome.Scored> full;
    private final int[] aspects;

    Scorer(Evaluation.OfLevel of, Placings placings, Precedence precedence, Totals totals, int quorum) {
        this.of = of;
        this.placings = placings;
        this.precedence = precedence;
        this.totals = totals;
        this.quorum = quorum;
        this.full = of.framework().points().stream()
                .map(point -> new Outcome.Scored(
                        point.points().rounded(totals.rounding().scoreDecimals())))
                .toList();
        this.aspects = of.framework().points().stream()
                .mapToInt(point -> totals.aspects().indexOf(point.aspect().zh()))
                .toArray();
    }

    UnitResult score(Unit unit) {
        var layers = layers(unit);
        var points = of.framework().points();
        var results = new ArrayList<UnitResult.OfPoint>(points.size());
        for (int i = 0; i < points.size(); i++) {
            var judged = layers.judged(points.get(i), full.get(i), notApplicableIsFull());
            results.add(new UnitResult.OfPoint(points.get(i), judged, precedence.counted(judged, totals.rounding())));
        }
        return new UnitResult(unit, results, standing(unit, layers, scores(results)));
    }

    /** What the layers say of a unit. */
    Layers layers(Unit unit) {
        return new Layers(of, placings, unit.code());
    }

    /** Where the unit would stand with full marks on one point, all else being as it is: what was checked on site, too. */
    TotalResult withFullMarks(UnitResult result, Layers layers, int point) {
        var scores = scores(result.points());
        var as = scores.get(point);
        scores.set(point, new PointScore(as.point(), as.aspect(), as.maximum(), full.get(point), as.judged()));
        return standing(result.unit(), layers, scores);
    }

    private List<PointScore> scores(List<UnitResult.OfPoint> results) {
        var scores = new ArrayList<PointScore>(results.size());
        for (int i = 0; i < results.size(); i++) {
            var result = results.get(i);
            var outcome = result.counted().outcome();
            scores.add(new PointScore(
                    result.point().code(), aspects[i], full.get(i).score(), outcome, result.judged()));
        }
        return scores;
    }

    private TotalResult standing(Unit unit, Layers layers, List<PointScore> scores) {
        try {
            return totals.of(scores, deliberation(unit), triggered(unit, layers));
        } catch (Missing missing) {
            var why = new Sentence(
                    missing.why().zh() + "，无法认定是否适用总分调整",
                    missing.why().en() + ", so an adjustment of the total is open");
            return new TotalResult.Undecided(List.of(new TotalResult.Missing("adjustments", why, lacking(layers))));
        }
    }

    private Lacking lacking(Layers layers) {
        var conditions = of.framework().adjustments().stream()
                .flatMap(rule -> Stream.ofNullable(rule.when()))
                .toList();
        return Lacking.of(conditions, layers.figures(Layer.PROVINCE));
    }

    private boolean notApplicableIsFull() {
        return !of.framework().settings().rescaleNotApplicable();
    }

    private @Nullable Deliberation deliberation(Unit unit) {
        var most = of.framework().settings().sums().deliberation();
        if (most.signum() == 0) return null;
        var marks = of.committee().of(unit.code());
        return new Deliberation(most, quorum, marks.given(), marks.recused(), marks.unreadable());
    }

    private List<Triggered> triggered(Unit unit, Layers layers) {
        var triggered = new ArrayList<Triggered>();
        for (var rule : of.framework().adjustments()) {
            var why = why(rule, unit, layers);
            if (why != null) triggered.add(triggered(rule, why));
        }
        return triggered;
    }

    private @Nullable Sentence why(AdjustmentRule rule, Unit unit, Layers layers) {
        if (rule.when() != null)
            return rule.when().truth(layers.figures(Layer.PROVINCE))
                    ? because(
                            rule,
                            new Sentence(rule.when().toString(), rule.when().toString()))
                    : null;
        return of.invoked().getOrDefault(unit.code(), List.of()).stream()
                .filter(invoked -> invoked.code().equals(rule.code()))
                .findFirst()
                .map(invoked -> because(rule, invoked.reason()))
                .orElse(null);
    }

    private static Sentence because(AdjustmentRule rule, Sentence reason) {
        return new Sentence(rule.title().zh() + "：" + reason.zh(), rule.title().en() + ": " + reason.en());
    }

    private static Triggered triggered(AdjustmentRule rule, Sentence why) {
        return switch (rule.kind()) {
            case VETO -> new Triggered.Veto(rule.code(), why);
            case CAP -> new Triggered.Cap(rule.code(), rule.value(), why);
            case DOWNGRADE -> new Triggered.Downgrade(rule.code(), rule.value().intValueExact(), why);
            case BONUS -> new Triggered.Bonus(rule.code(), rule.value(), why);
        };
    }
}
