package pingheng.result.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import pingheng.figure.Cell;
import pingheng.framework.Point;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Name;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.problem.Sentence;
import pingheng.result.Evaluation;
import pingheng.result.Evaluator;
import pingheng.round.Layer;

/**
 * A figure that counts with two values in one result: one point was scored with what one layer confirmed, another point with what
 * somebody else said. Which of the two holds is for the reviewers to say, so such a result is not released.
 */
public record Discrepancy(Unit unit, Sentence figure, Use one, Use other) {
    /** A point, the layer whose figures it was scored with, and the value it was scored with, as it was written. */
    public record Use(Point point, Layer layer, String written, Exact value) {}

    /** All of a level, unit by unit; of each figure the first two points that differ. */
    private static List<Discrepancy> of(Evaluation.OfLevel of, Evaluator.LevelResult level) {
        var found = new ArrayList<Discrepancy>();
        for (var unit : level.units()) {
            var layers = level.seen(unit);
            var uses = new HashMap<Name, Use>();
            var told = new ArrayList<Name>();
            for (var point : unit.points())
                for (var layer : layers.getOrDefault(point.point().code(), List.of()))
                    for (var figure : of.figures().readBy(point.point().code())) {
                        var use = use(of, unit.unit(), point.point(), layer, figure);
                        if (use.isEmpty() || told.contains(figure)) continue;
                        var first = uses.putIfAbsent(figure, use.get());
                        if (first == null || first.value().equals(use.get().value())) continue;
                        told.add(figure);
                        found.add(new Discrepancy(unit.unit(), title(of, figure), first, use.get()));
                    }
        }
        return found;
    }

    /** All levels of an evaluation. */
    public static List<Discrepancy> of(Evaluation evaluation, Map<Level, Evaluator.LevelResult> results) {
        var found = new ArrayList<Discrepancy>();
        results.forEach((level, result) -> {
            var of = evaluation.levels().get(level);
            if (of != null) found.addAll(of(of, result));
        });
        return found;
    }

    private static Optional<Use> use(Evaluation.OfLevel of, Unit unit, Point point, Layer layer, Name figure) {
        return of.figures()
                .source(unit.code(), layer, figure)
                .map(value -> new Use(point, layer, value.raw(), value.value()));
    }

    /** The figure, its member and its period in words. */
    private static Sentence title(Evaluation.OfLevel of, Name name) {
        var figure = Objects.requireNonNull(of.framework().figures().get(name.code()));
        var member = name.member() == null ? "" : name.member();
        return new Cell(figure, member, figure.period().earlier(name.back()), name.back()).title();
    }

    /** What differs, in words. */
    public Sentence told() {
        return Sentence.of(
                "「%1$s」在同一结果中有两个值：观测点 %2$s 按%3$s取 %4$s，观测点 %5$s 按%6$s取 %7$s",
                "“%8$s” counts with two values: %4$s on point %2$s (%9$s), %7$s on point %5$s (%10$s)",
                figure.zh(),
                one.point().code(),
                one.layer().zh(),
                one.written(),
                other.point().code(),
                other.layer().zh(),
                other.written(),
                figure.en(),
                one.layer().en(),
                other.layer().en());
    }
}
