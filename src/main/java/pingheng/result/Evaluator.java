package pingheng.result;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.framework.Framework;
import pingheng.framework.Grade;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.result.arithmetic.Grades;
import pingheng.result.arithmetic.Places;
import pingheng.result.arithmetic.Places.Entrant;
import pingheng.result.arithmetic.Places.Placed;
import pingheng.result.arithmetic.Precedence;
import pingheng.result.arithmetic.Rounding;
import pingheng.result.arithmetic.TotalResult;
import pingheng.result.arithmetic.Totals;
import pingheng.round.Layer;
import pingheng.value.PointCode;

/** Evaluates every unit of a level and ranks it within its region. */
public final class Evaluator {
    private Evaluator() {}

    /** The results of all levels there are. */
    public static Map<Level, LevelResult> evaluate(Evaluation evaluation) {
        var results = new EnumMap<Level, LevelResult>(Level.class);
        evaluation.levels().keySet().forEach(level -> results.put(level, evaluate(evaluation, level)));
        return results;
    }

    /** The results of one level; units do not depend on each other but for places, so they are scored side by side. */
    public static LevelResult evaluate(Evaluation evaluation, Level level) {
        var of = evaluation.levels().get(level);
        if (of == null) throw new IllegalArgumentException("no framework for " + level);

        var settings = of.framework().settings();
        var rounding = new Rounding(settings.scoreDecimals(), settings.placeDecimals());
        var units = evaluation.units(level);
        var placings = new Placings(of.framework().points(), units, of.figures());
        var scorer = new Scorer(
                of,
                placings,
                new Precedence(evaluation.round().decides(), evaluation.round().onsite()),
                totals(evaluation, of.framework(), rounding),
                evaluation.round().quorum());
        var results = units.parallelStream().map(scorer::score).toList();
        return new LevelResult(of.framework(), scorer, results, placed(results, rounding));
    }

    private static Totals totals(Evaluation evaluation, Framework framework, Rounding rounding) {
        var aspects = framework.points().stream()
                .map(point -> point.aspect().zh())
                .distinct()
                .toList();
        return new Totals(rounding, aspects, evaluation.round().credibility(), null, grades(framework.grades()));
    }

    private static @Nullable Grades grades(List<Grade> grades) {
        if (grades.isEmpty()) return null;
        return new Grades(grades.stream()
                .map(grade -> new Grades.Grade(grade.from(), grade.title()))
                .toList());
    }

    private static Map<String, List<Placed>> placed(List<UnitResult> results, Rounding rounding) {
        var regions = new TreeMap<String, List<Entrant>>();
        for (var result : results)
            if (result.standing() instanceof TotalResult.Total total)
                regions.computeIfAbsent(result.unit().region(), region -> new ArrayList<>())
                        .add(new Entrant(result.unit().code(), total.value()));
        var placed = new LinkedHashMap<String, List<Placed>>();
        regions.forEach((region, entrants) -> placed.put(region, Places.byTotal(entrants, rounding)));
        return placed;
    }

    /** The results of one level, and the places in each of its regions; what has no total has no place. */
    public record LevelResult(
            Framework framework, Scorer scorer, List<UnitResult> units, Map<String, List<Placed>> regions) {
        /** The place of a unit in its region, or 0 when it has none. */
        public int place(Unit unit) {
            for (var placed : regions.getOrDefault(unit.region(), List.of()))
                if (placed.code().equals(unit.code())) return placed.place();
            return 0;
        }

        /** The place a unit would have in its region with another total. */
        public int placeWith(Unit unit, BigDecimal total) {
            int place = 1;
            for (var placed : regions.getOrDefault(unit.region(), List.of()))
                if (!placed.code().equals(unit.code()) && better(placed.total(), total)) place++;
            return place;
        }

        /** The layers whose figures what counts of each point of a unit was computed with, by the code of the point. */
        public Map<PointCode, List<Layer>> seen(UnitResult unit) {
            var layers = scorer.layers(unit.unit());
            return unit.points().stream()
                    .collect(Collectors.toMap(point -> point.point().code(), layers::seen));
        }

        private boolean better(BigDecimal one, BigDecimal other) {
            var settings = framework.settings();
            var rounding = new Rounding(settings.scoreDecimals(), settings.placeDecimals());
            return rounding.place(one).compareTo(rounding.place(other)) > 0;
        }
    }
}
