package pingheng.result;

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
import pingheng.round.Layer;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** What each layer says of the points of one unit: its own decision, or the rule run on its marks and figures. */
final class Layers {
    private static final Layer[] ALL = Layer.values();

    private final Evaluation.OfLevel of;
    private final Placings placings;
    private final UnitCode unit;
    private final Map<PointCode, Map<Layer, Judgement>> judgements;
    private final Figures.OfUnit figures;

    Layers(Evaluation.OfLevel of, Placings placings, UnitCode unit) {
        this.of = of;
        this.placings = placings;
        this.unit = unit;
        this.figures = of.figures().of(unit);
        this.judgements = of.judgements().of(unit);
    }

    /** What a layer runs the rule on. */
    private record Run(Layer sees, Scope figures, List<Exact> marks) {}

    /** What all layers say of the point, as the arithmetic of results takes it; {@code full} is its full marks. */
    Judged judged(Point point, Outcome.Scored full, boolean notApplicableIsFull) {
        var said = said(point);
        var judged = Judged.BY_NOBODY;
        for (var layer : ALL) {
            var outcome = outcome(point, layer, said, judged);
            if (outcome != null) judged = judged.with(layer, counted(outcome, full, notApplicableIsFull));
        }
        return judged;
    }

    /** The figures of the unit as the layer sees them. */
    Scope figures(Layer layer) {
        return figures.scope(layer);
    }

    /** How the rule came to the outcome of the layer; empty where no rule was run: an explicit score, or another layer's. */
    Optional<Derivation> derivation(Point point, Layer layer) {
        var run = run(point, layer, said(point));
        if (run == null) return Optional.empty();
        return Optional.of(point.rule().derive(run.figures, formulas(), run.marks, places(point, run), decimals()));
    }

    /** The layers whose figures what counts of a point was computed with; none where no rule was run. */
    List<Layer> seen(UnitResult.OfPoint point) {
        var said = said(point.point());
        return point.counted().layers().stream()
                .flatMap(layer -> seen(point.point(), layer, said).stream())
                .distinct()
                .toList();
    }

    private Optional<Layer> seen(Point point, Layer layer, Map<Layer, Judgement> said) {
        var run = run(point, layer, said);
        if (run != null) return Optional.of(run.sees);
        var judgement = said.get(layer);
        if (judgement == null) return Optional.empty();
        return switch (judgement.decision()) {
            case ADOPT_CITY -> seen(point, Layer.CITY, said); // what it came to there; its marks are run above
            case AGREE -> layer.parent().flatMap(parent -> seen(point, parent, said));
            case SCORE, NOT_APPLICABLE, MARKS -> Optional.empty();
        };
    }

    /** Whether the layer agrees and sees what its parent sees, so that it comes to the same; places differ by layer. */
    boolean repeatsParent(Point point, Layer layer) {
        var judgement = said(point).get(layer);
        var parent = layer.parent();
        return judgement != null
                && judgement.decision() == Decision.AGREE
                && parent.isPresent()
                && !point.rule().ranks()
                && figures.same(layer, parent.get(), point.code());
    }

    /** The outcome of the layer, by those of the layers before it; null when it says nothing. */
    private @Nullable Outcome outcome(Point point, Layer layer, Map<Layer, Judgement> said, Judged before) {
        var unreadable = unreadable(point, said.get(layer));
        if (unreadable != null) return new Outcome.Undecided(unreadable);

        var repeated = repeatsParent(point, layer) ? before.by(layer.parent().orElseThrow()) : null;
        if (repeated != null) return repeated;

        var run = run(point, layer, said);
        return run == null
                ? told(layer, said, before)
                : point.rule().score(run.figures, run.marks, places(point, run), decimals());
    }

    /** Why a judgement is none: its row cannot be read, or its marks are not those of the rule; null when it is one. */
    private static @Nullable Sentence unreadable(Point point, @Nullable Judgement judgement) {
        if (judgement == null) return null;
        var unreadable = judgement.unreadable();
        if (unreadable != null || judgement.decision() != Decision.MARKS) return unreadable;
        return point.rule().whyNot(judgement.marks()).orElse(null);
    }

    /** What a layer says without running the rule; null when it says nothing. */
    private @Nullable Outcome told(Layer layer, Map<Layer, Judgement> said, Judged before) {
        var judgement = said.get(layer);
        if (judgement == null) return null;
        return switch (judgement.decision()) {
            case NOT_APPLICABLE -> new Outcome.NotApplicable(new Sentence(judgement.reason(), judgement.reason()));
            case SCORE -> {
                var score = judgement.score();
                yield score == null
                        ? null
                        : new Outcome.Scored(Exact.of(score.points()).rounded(decimals()));
            }
            case ADOPT_CITY -> or(before.city(), "市级尚无结论，无从采用", "the city has said nothing to adopt");
            case AGREE -> or(before.by(layer.parent().orElseThrow()), "上一层尚无结论", "there is nothing yet to agree to");
            case MARKS -> null;
        };
    }

    private static Outcome or(@Nullable Outcome outcome, String zh, String en) {
        return outcome != null ? outcome : new Outcome.Undecided(new Sentence(zh, en));
    }

    /** Null where the layer does not run the rule: it says nothing, is settled, or has no marks the rule could take. */
    private @Nullable Run run(Point point, Layer layer, Map<Layer, Judgement> said) {
        boolean survey = point.scoredBy() == Point.ScoredBy.SURVEY;
        boolean silent = layer != Layer.SELF && layer != Layer.SURVEY && !said.containsKey(layer);
        if (survey != (layer == Layer.SURVEY) || silent || settles(said, layer)) return null;
        if (unreadable(point, said.get(layer)) != null) return null;

        var marks = marks(said, layer);
        if (marks.size() != point.rule().marks()) return null;
        var sees = survey ? of.figures().ofSurvey() : layer;
        return new Run(sees, figures.scope(sees), marks);
    }

    /** Whether the layer comes to its outcome without the rule: by a score, by what the city said, or by agreeing to such a one. */
    private boolean settles(Map<Layer, Judgement> said, Layer layer) {
        var holds = holds(said, layer);
        return holds != null && holds.decision() != Decision.MARKS;
    }

    /** The marks that hold on a layer: its own, else those of the layer it builds on. */
    private List<Exact> marks(Map<Layer, Judgement> said, Layer layer) {
        var holds = holds(said, layer);
        return holds != null && holds.decision() == Decision.MARKS ? holds.marks() : List.of();
    }

    /**
     * The judgement that holds on a layer: its own, else that of the layer it agrees to. Where figures are carried, whoever adopts what
     * the city said takes its marks: the figures are those of the layer, as on every other point.
     */
    private @Nullable Judgement holds(Map<Layer, Judgement> said, Layer layer) {
        for (@Nullable Layer at = layer; at != null; ) {
            var judgement = said.get(at);
            boolean adopts = judgement != null && judgement.decision() == Decision.ADOPT_CITY && at != Layer.CITY;
            if (adopts && of.figures().carried() && said.containsKey(Layer.CITY)) at = Layer.CITY;
            else if (judgement == null || judgement.decision() == Decision.AGREE)
                at = at.parent().orElse(null);
            else return judgement;
        }
        return null;
    }

    private IntFunction<Placing> places(Point point, Run run) {
        if (!point.rule().ranks()) return part -> Placing.NONE;
        return part -> placings.of(run.sees, point.rule().parts().get(part), unit);
    }

    private Map<Layer, Judgement> said(Point point) {
        return judgements.getOrDefault(point.code(), Map.of());
    }

    private Map<Name, Expr> formulas() {
        return of.framework().formulas().derived();
    }

    private int decimals() {
        return of.framework().settings().scoreDecimals();
    }

    /** Full marks, which most points of most units have, are kept once for all. */
    private static Outcome counted(Outcome outcome, Outcome.Scored full, boolean notApplicableIsFull) {
        boolean isFull = outcome.equals(full) || notApplicableIsFull && outcome instanceof Outcome.NotApplicable;
        return isFull ? full : outcome;
    }
}
