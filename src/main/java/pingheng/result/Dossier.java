package pingheng.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.figure.FigureValue;
import pingheng.figure.Figures;
import pingheng.figure.undecided.Explanation;
import pingheng.framework.Point;
import pingheng.framework.formula.Name;
import pingheng.framework.rule.Derivation;
import pingheng.framework.rule.Outcome;
import pingheng.people.Unit;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.arithmetic.Precedence.Counted;
import pingheng.result.arithmetic.TotalResult;
import pingheng.review.Judgement;
import pingheng.round.Layer;

/** Everything behind the result of one unit: each point with its clause, figures and steps on each layer, and its effect. */
public record Dossier(UnitResult result, List<OfPoint> points, Figures figures, Explanation explanation) {
    /** One point: what each layer said, what counts, and what it does to the total and the place. */
    public record OfPoint(
            Point point,
            List<OfLayer> layers,
            Counted counted,
            @Nullable Effect effect) {}

    /** What a layer said: its decision if it took one, the outcome, and how the rule came to it; or as which layer. */
    public record OfLayer(
            Layer layer,
            @Nullable Judgement judgement,
            Outcome outcome,
            @Nullable Derivation derivation,
            @Nullable Layer sameAs) {}

    /** The sum of the point's aspect, and total and place as they are and as they would be with full marks on the point. */
    public record Effect(
            TotalResult.Aspect aspect, BigDecimal total, int place, BigDecimal withFullMarks, int placeThen) {}

    /** Tells how every point of a unit came about. */
    public static Dossier of(Evaluation.OfLevel of, LevelResult results, UnitResult unit) {
        var saying = results.scorer().layers(unit.unit());
        var points = new ArrayList<OfPoint>();
        for (int i = 0; i < unit.points().size(); i++) {
            var point = unit.points().get(i);
            points.add(new OfPoint(
                    point.point(),
                    layers(of, saying, unit.unit(), point),
                    point.counted(),
                    effect(results, unit, point, results.scorer().withFullMarks(unit, saying, i))));
        }
        return new Dossier(unit, points, of.figures(), Explanation.of(of.framework()));
    }

    /** Where a figure of a derivation comes from; empty for marks, places and derived figures. */
    public Optional<FigureValue> source(Layer layer, Name name) {
        return figures.source(result.unit().code(), layer, name);
    }

    private static List<OfLayer> layers(Evaluation.OfLevel of, Layers saying, Unit unit, UnitResult.OfPoint point) {
        var layers = new ArrayList<OfLayer>();
        var seen = new EnumMap<Layer, Derivation>(Layer.class);
        for (var layer : Layer.values()) {
            var outcome = point.judged().by(layer);
            if (outcome == null) continue;
            var judgement = of.judgements().find(unit.code(), point.point().code(), layer);
            var derivation = saying.derivation(point.point(), layer);
            var sameAs = derivation.flatMap(own -> same(own, seen));
            derivation.ifPresent(own -> seen.put(layer, own));
            layers.add(new OfLayer(
                    layer,
                    judgement.orElse(null),
                    outcome,
                    sameAs.isPresent() ? null : derivation.orElse(null),
                    sameAs.orElse(null)));
        }
        return layers;
    }

    private static Optional<Layer> same(Derivation own, Map<Layer, Derivation> seen) {
        return seen.entrySet().stream()
                .filter(other -> other.getValue().equals(own))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static @Nullable Effect effect(
            LevelResult results, UnitResult unit, UnitResult.OfPoint point, TotalResult withFullMarks) {
        if (!(unit.standing() instanceof TotalResult.Total total)
                || !(withFullMarks instanceof TotalResult.Total then)
                || !(point.counted().outcome() instanceof Outcome.Scored)) return null;

        var aspect = total.aspects().stream()
                .filter(one -> one.code().equals(point.point().aspect().zh()))
                .findFirst()
                .orElseThrow();
        int place = results.place(unit.unit());
        return new Effect(aspect, total.value(), place, then.value(), results.placeWith(unit.unit(), then.value()));
    }
}
