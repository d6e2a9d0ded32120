package pingheng.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Figures;
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
import pingheng.review.Judgements;
import pingheng.round.Layer;

/** What each layer says of a point of a unit: its own decision, or the rule run on its marks and figures. */
final class Layers {
    private final Figures figures;
    private final Judgements judgements;
    private final Placings placings;
    private final Map<Name, Expr> formulas;
    private final int decimals;

    Layers(Evaluation.OfLevel of, Placings placings) {
        this.figures = of.figures();
        this.judgements = of.judgements();
        this.placings = placings;
        this.formulas = of.framework().formulas().derived();
        this.decimals = of.framework().settings().scoreDecimals();
    }

    /** What the layer is to run the rule on: marks and figures, with the places of the unit. */
    private record Run(Scope figures, List<Exact> marks, IntFunction<Placing> placings) {}

    /** The outcome of the layer; null when the layer says nothing of the point. */
    @Nullable
    Outcome outcome(String unit, Point point, Layer layer) {
        var said = judgements.of(unit, point.code());
        return outcome(unit, point, layer, said);
    }

    /** What all layers say of the point, as the arithmetic of results takes it. */
    Judged judged(String unit, Point point, BigDecimal maximum, boolean notApplicableIsFull) {
        var judged = Judged.BY_NOBODY;
        for (var layer : Layer.values()) {
            var outcome = outcome(unit, point, layer);
            if (outcome != null) judged = judged.with(layer, counted(outcome, maximum, notApplicableIsFull));
        }
        return judged;
    }

    private static Outcome counted(Outcome outcome, BigDecimal maximum, boolean notApplicableIsFull) {
        return notApplicableIsFull && outcome instanceof Outcome.NotApplicable ? new Outcome.Scored(maximum) : outcome;
    }

    /** How the rule came to the outcome of the layer; empty where no rule was run: an explicit score, or another layer's. */
    Optional<Derivation> derivation(String unit, Point point, Layer layer) {
        var said = judgements.of(unit, point.code());
        return Optional.ofNullable(run(unit, point, layer, said))
                .map(run -> point.rule().derive(run.figures, formulas, run.marks, run.placings, decimals));
    }

    private @Nullable Outcome outcome(String unit, Point point, Layer layer, Map<Layer, Judgement> said) {
        var judgement = said.get(layer);
        if (judgement != null && judgement.decision() == Decision.ADOPT_CITY) {
            var city = outcome(unit, point, Layer.CITY, said);
            return city != null ? city : undecided("市级尚无结论，无从采用", "the city has said nothing to adopt");
        }
        if (judgement != null && judgement.decision() == Decision.NOT_APPLICABLE)
            return new Outcome.NotApplicable(new Sentence(judgement.reason(), judgement.reason()));
        if (judgement != null && judgement.score() != null)
            return new Outcome.Scored(Exact.of(judgement.score()).rounded(decimals));
        if (judgement != null && judgement.decision() == Decision.AGREE && settled(said, layer)) {
            var parent = layer.parent().orElseThrow();
            var agreed = outcome(unit, point, parent, said);
            return agreed != null ? agreed : undecided("上一层尚无结论", "there is nothing yet to agree to");
        }
        var run = run(unit, point, layer, said);
        return run == null ? null : point.rule().score(run.figures, run.marks, run.placings, decimals);
    }

    private @Nullable Run run(String unit, Point point, Layer layer, Map<Layer, Judgement> said) {
        boolean survey = point.scoredBy() == Point.ScoredBy.SURVEY;
        var judgement = said.get(layer);
        boolean silent = judgement == null && layer != Layer.SELF;
        boolean explicit =
                judgement != null && judgement.decision() != Decision.MARKS && judgement.decision() != Decision.AGREE;
        if (survey != (layer == Layer.SURVEY) || explicit || !survey && silent) return null;

        var marks = marks(said, layer);
        if (marks.size() != point.rule().marks()) return null;
        var sees = survey ? Layer.SELF : layer;
        return new Run(
                figures.scope(unit, sees),
                marks,
                part -> placings.of(sees, point.rule().parts().get(part), unit));
    }

    /** The marks that hold on a layer: its own, else those of the layer it builds on. */
    private static List<Exact> marks(Map<Layer, Judgement> said, Layer layer) {
        for (var at = Optional.of(layer); at.isPresent(); at = at.get().parent()) {
            var judgement = said.get(at.get());
            if (judgement != null && judgement.decision() == Decision.MARKS) return judgement.marks();
        }
        return List.of();
    }

    /** Whether the layer agrees to something that is no run of the rule: an explicit score, an adopted outcome. */
    private static boolean settled(Map<Layer, Judgement> said, Layer layer) {
        for (var at = layer.parent(); at.isPresent(); at = at.get().parent()) {
            var judgement = said.get(at.get());
            if (judgement != null && judgement.decision() == Decision.MARKS) return false;
            if (judgement != null && judgement.decision() != Decision.AGREE) return true;
        }
        return false;
    }

    private static Outcome undecided(String zh, String en) {
        return new Outcome.Undecided(new Sentence(zh, en));
    }
}
