package pingheng.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Figures;
import pingheng.framework.Framework;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Missing;
import pingheng.framework.formula.Name;
import pingheng.framework.formula.Scope;
import pingheng.people.Unit;
import pingheng.round.Layer;
import pingheng.value.PointCode;

/** How many were asked and answered in each unit of a level, and for which points that is too few by what the framework requires. */
public record Samples(Framework framework, List<String> audiences, List<Demand> demands, List<OfUnit> units) {
    /** What must hold of the answers of some audiences before a point is scored. */
    public record Demand(PointCode point, Expr requires, Set<String> audiences) {}

    /** The samples of a unit, in the order of the audiences. */
    public record OfUnit(Unit unit, List<Sample> samples) {
        public boolean missing() {
            return samples.stream().anyMatch(sample -> sample.count() == null);
        }

        public boolean tooSmall() {
            return samples.stream().anyMatch(sample -> !sample.tooFewFor().isEmpty());
        }
    }

    /** One audience of a unit: null when there is no result yet; the points for which there are too few answers. */
    public record Sample(String audience, @Nullable SurveyCount count, List<PointCode> tooFewFor) {}

    static Samples of(List<Unit> units, List<SurveyCount> counts, Figures figures) {
        var framework = figures.framework();
        var audiences = Audiences.of(framework);
        var demands = demands(framework);
        var known = new HashMap<String, SurveyCount>();
        counts.forEach(count -> known.put(count.unit() + " " + count.audience(), count));
        return new Samples(
                framework,
                audiences,
                demands,
                units.stream()
                        .map(unit -> ofUnit(unit, audiences, known, unmet(demands, figures, unit)))
                        .toList());
    }

    public List<OfUnit> missing() {
        return units.stream().filter(OfUnit::missing).toList();
    }

    public List<OfUnit> tooSmall() {
        return units.stream().filter(OfUnit::tooSmall).toList();
    }

    private static OfUnit ofUnit(
            Unit unit, List<String> audiences, Map<String, SurveyCount> known, List<Demand> unmet) {
        return new OfUnit(
                unit,
                audiences.stream()
                        .map(audience -> new Sample(
                                audience,
                                known.get(unit.code() + " " + audience),
                                unmet.stream()
                                        .filter(demand -> demand.audiences.contains(audience))
                                        .map(Demand::point)
                                        .toList()))
                        .toList());
    }

    private static List<Demand> unmet(List<Demand> demands, Figures figures, Unit unit) {
        var scope = figures.scope(unit.code(), Layer.SELF);
        return demands.stream().filter(demand -> unmet(demand, scope)).toList();
    }

    /** An audience without a result is told as missing, not as too small. */
    private static boolean unmet(Demand demand, Scope scope) {
        try {
            return !demand.requires.truth(scope);
        } catch (Missing _) {
            return false;
        }
    }

    private static List<Demand> demands(Framework framework) {
        var demands = new ArrayList<Demand>();
        for (var point : framework.points())
            for (var part : point.rule().parts()) {
                var requires = part.conditions().requires();
                var audiences = new HashSet<String>();
                if (requires != null) gather(requires, framework.formulas().derived(), audiences);
                if (requires != null && !audiences.isEmpty())
                    demands.add(new Demand(point.code(), requires, Set.copyOf(audiences)));
            }
        return demands;
    }

    /** The audiences whose answers an expression reads, also through derived figures. */
    private static void gather(Expr expr, Map<Name, Expr> derived, Set<String> audiences) {
        if (expr instanceof Expr.Figure(Name name)) {
            var member = name.member();
            if (name.code().text().startsWith(Audiences.PREFIX) && member != null) audiences.add(member);
            var formula = derived.get(name);
            if (formula != null) gather(formula, derived, audiences);
        }
        expr.parts().forEach(part -> gather(part, derived, audiences));
    }
}
