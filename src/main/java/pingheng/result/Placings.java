package pingheng.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Figures;
import pingheng.framework.Point;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Missing;
import pingheng.framework.formula.Scope;
import pingheng.framework.rule.Part;
import pingheng.framework.rule.Placing;
import pingheng.framework.rule.Rule;
import pingheng.people.Unit;
import pingheng.result.arithmetic.Places;
import pingheng.round.Layer;
import pingheng.value.UnitCode;

/** The places of the units within their regions, by the value of each part whose rule ranks, on each layer. */
final class Placings {
    private final Map<Layer, Map<Part, Map<UnitCode, Placing>>> byPart = new EnumMap<>(Layer.class);

    private record Entrant(UnitCode unit, Exact value) {}

    Placings(List<Point> points, List<Unit> units, Figures figures) {
        for (var point : points)
            for (var part : point.rule().parts())
                if (part.rule() instanceof Rule.Rank(boolean high, List<Rule.Tier> _) && part.value() != null)
                    rank(part, high, units, figures);
    }

    /** The place of a unit; {@link Placing#NONE} for rules that do not rank and for units without a value that counts. */
    Placing of(Layer layer, Part part, UnitCode unit) {
        return byPart.getOrDefault(layer, Map.of()).getOrDefault(part, Map.of()).getOrDefault(unit, Placing.NONE);
    }

    private void rank(Part part, boolean high, List<Unit> units, Figures figures) {
        var seen = units.stream().map(unit -> figures.of(unit.code())).toList();
        for (var layer : Layer.values()) rank(layer, part, high, units, seen);
    }

    private void rank(Layer layer, Part part, boolean high, List<Unit> units, List<Figures.OfUnit> seen) {
        var regions = new HashMap<String, List<Entrant>>();
        for (int i = 0; i < seen.size(); i++) {
            var unit = units.get(i);
            value(part, seen.get(i).scope(layer))
                    .ifPresent(number -> regions.computeIfAbsent(unit.region(), region -> new ArrayList<>())
                            .add(new Entrant(unit.code(), number)));
        }
        var placings = new HashMap<UnitCode, Placing>();
        var order = Comparator.comparing(Entrant::value);
        for (var region : regions.values()) {
            var places = Places.among(region, high ? order.reversed() : order);
            for (int i = 0; i < places.length; i++)
                placings.put(region.get(i).unit(), new Placing(places[i], places.length));
        }
        byPart.computeIfAbsent(layer, at -> new IdentityHashMap<>()).put(part, placings);
    }

    /** Empty where the part does not apply: there its value may not even be computable. */
    private static Optional<Exact> value(Part part, Scope figures) {
        try {
            boolean counts = holds(part.conditions().appliesIf(), figures)
                    && holds(part.conditions().requires(), figures);
            return counts && part.value() != null ? Optional.of(part.value().number(figures)) : Optional.empty();
        } catch (Missing _) {
            return Optional.empty();
        }
    }

    private static boolean holds(@Nullable Expr condition, Scope figures) {
        return condition == null || condition.truth(figures);
    }
}
