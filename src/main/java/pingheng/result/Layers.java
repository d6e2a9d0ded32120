package pingheng.result;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import pingheng.framework.Point;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Name;
import pingheng.framework.formula.Scope;
import pingheng.framework.rule.Derivation;
import pingheng.framework.rule.Outcome;
import pingheng.framework.rule.Placing;
import pingheng.problem.Sentence;
import pingheng.result.arithmetic.Judged;
import pingheng.review.Judgement;
import pingheng.review.Judgement.Decision;
import pingheng.round.Layer;

/** What each layer says of the points of one unit: its own decision, or the rule run on its marks and figures. */
final class Layers {
    private static final Layer[] ALL = Layer.values();

    private final Evaluation.OfLevel of;
    private final Placings placings;
    private final String unit;
    private final Map<String, Map<Layer, Judgement>> judgements;
    private final Map<Layer, Scope> scopes = new EnumMap<>(Layer.class);

    Layers(Evaluation.OfLevel of, Placings placings, String unit) {
        this.of = of;
        this.placings = placings;
        this.unit = unit;
        this.judgements = of.judgements().of(unit);
    }

    /** What a layer runs the rule on. Two that run it on the same figures and marks come to the same outcome. */
    private record Run(Layer sees, Scope figures, List<Exact> marks) {
        @SuppressWarnings("ReferenceEquality") // a layer without figures of its own has the very scope it builds on
        boolean same(Run other) {
            return figures == other.figures && marks.equals(other.marks);
        }
    }

    /** What all layers say of the point, as the arithmetic of results takes it. */
    Judged judged(Point point, BigDecimal maximum, boolean notApplicableIsFull) {
        var said = said(point);
        var outcomes = new EnumMap<Layer, Outcome>(Layer.class);
        var runs = new EnumMap<Layer, Run>(Layer.class);
        var judged = Judged.BY_NOBODY;
        for (var layer : ALL) {
            var run = settles(said, layer) ? null : run(point, layer, said);
            var outcome = run == null ? told(point, layer, said) : scoreOrEarlier(point, run, runs, outcomes);
            if (outcome == null) continue;
            if (run != null) runs.put(layer, run);
            outcomes.put(layer, outcome);
            judged = judged.with(layer, counted(outcome, maximum, notApplicableIsFull));
        }
        return judged;
    }

    /** How the rule came to the outcome of the layer; empty where no rule was run: an explicit score, or another layer's. */
    Optional<Derivation> derivation(Point point, Layer layer) {
        var said = said(point);
        var run = settles(said, layer) ? null : run(point, layer, said);
        if (run == null) return Optional.empty();
        return Optional.of(point.rule().derive(run.figures, formulas(), run.marks, places(point, run), decimals()));
    }

    /** A layer that runs the rule on the same things as an earlier one comes to the same; places differ from layer to layer. */
    private Outcome scoreOrEarlier(Point point, Run run, Map<Layer, Run> runs, Map<Layer, Outcome> outcomes) {
        if (!point.rule().ranks())
            for (var other : runs.entrySet()) {
                var outcome = outcomes.get(other.getKey());
                if (outcome != null && run.same(other.getValue())) return outcome;
            }
        return score(point, run);
    }

    private Outcome score(Point point, Run run) {
        return point.rule().score(run.figures, run.marks, places(point, run), decimals());
    }

    /** What a layer says without running the rule; null when it says nothing. */
    private @Nullable Outcome told(Point point, Layer layer, Map<Layer, Judgement> said) {
        var judgement = said.get(layer);
        if (judgement == null) return null;
        return switch (judgement.decision()) {
            case NOT_APPLICABLE -> new Outcome.NotApplicable(new Sentence(judgement.reason(), judgement.reason()));
            case SCORE -> {
                var score = judgement.score();
                yield score == null ? null : new Outcome.Scored(Exact.of(score).rounded(decimals()));
            }
            case ADOPT_CITY -> of(point, Layer.CITY, said, "市级尚无结论，无从采用", "the city has said nothing to adopt");
            case AGREE -> of(point, layer.parent().orElseThrow(), said, "上一层尚无结论", "there is nothing yet to agree to");
            case MARKS -> null;
        };
    }

    private Outcome of(Point point, Layer other, Map<Layer, Judgement> said, String zh, String en) {
        var run = settles(said, other) ? null : run(point, other, said);
        var outcome = run == null ? told(point, other, said) : score(point, run);
        return outcome != null ? outcome : new Outcome.Undecided(new Sentence(zh, en));
    }

    private @Nullable Run run(Point point, Layer layer, Map<Layer, Judgement> said) {
        boolean survey = point.scoredBy() == Point.ScoredBy.SURVEY;
        boolean silent = layer != Layer.SELF && layer != Layer.SURVEY && !said.containsKey(layer);
        if (survey != (layer == Layer.SURVEY) || silent) return null;

        var marks = marks(said, layer);
        if (marks.size() != point.rule().marks()) return null;
        var sees = survey ? Layer.SELF : layer;
        return new Run(sees, scope(sees), marks);
    }

    /** Whether the layer comes to its outcome without the rule: by a score, by what the city said, or by agreeing to such a one. */
    private static boolean settles(Map<Layer, Judgement> said, Layer layer) {
        for (@Nullable Layer at = layer; at != null; at = at.parent().orElse(null)) {
            var judgement = said.get(at);
            if (judgement == null) continue;
            if (judgement.decision() != Decision.AGREE) return judgement.decision() != Decision.MARKS;
        }
        return false;
    }

    /** The marks that hold on a layer: its own, else those of the layer it builds on. */
    private static List<Exact> marks(Map<Layer, Judgement> said, Layer layer) {
        for (@Nullable Layer at = layer; at != null; at = at.parent().orElse(null)) {
            var judgement = said.get(at);
            if (judgement != null && judgement.decision() == Decision.MARKS) return judgement.marks();
        }
        return List.of();
    }

    private IntFunction<Placing> places(Point point, Run run) {
        if (!point.rule().ranks()) return part -> Placing.NONE;
        return part -> placings.of(run.sees, point.rule().parts().get(part), unit);
    }

    private Map<Layer, Judgement> said(Point point) {
        return judgements.getOrDefault(point.code(), Map.of());
    }

    private Scope scope(Layer layer) {
        return scopes.computeIfAbsent(layer, at -> of.figures().scope(unit, at));
    }

    private Map<Name, Expr> formulas() {
        return of.framework().formulas().derived();
    }

    private int decimals() {
        return of.framework().settings().scoreDecimals();
    }

    private static Outcome counted(Outcome outcome, BigDecimal maximum, boolean notApplicableIsFull) {
        return notApplicableIsFull && outcome instanceof Outcome.NotApplicable ? new Outcome.Scored(maximum) : outcome;
    }
}
