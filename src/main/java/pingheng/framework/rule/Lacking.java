package pingheng.framework.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Aggregate;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Missing;
import pingheng.framework.formula.Name;
import pingheng.framework.formula.Scope;
import pingheng.problem.Sentence;

/**
 * What keeps a rule from coming to a score, and what it has already, as data: every gap and not only the first. Whoever shows it knows
 * what people call the figures.
 */
public record Lacking(List<Known> known, List<Gap> gaps) {
    /** Where no rule was run. */
    public static final Lacking NOTHING = new Lacking(List.of(), List.of());

    public Lacking {
        known = List.copyOf(known);
        gaps = List.copyOf(gaps);
    }

    /** Something that the rule has. */
    public sealed interface Known {}

    /** A figure that was reported of the unit. */
    public record Value(Name name, Exact value) implements Known {}

    /** A figure that so many of the schools that are asked have reported. */
    public record OfSchools(Name name, int schools) implements Known {}

    /** A part, counted from 1, that has its points. */
    public record Earned(Part part, int number, Exact points) implements Known {}

    /** Something that the rule lacks. */
    public sealed interface Gap {}

    /** A figure that nobody reported; of a school, by its name, or of the unit. */
    public record Unreported(Name name, @Nullable String school) implements Gap {}

    /** A row that is there and cannot be read, and why. */
    public record Unreadable(Sentence why) implements Gap {}

    /** All figures are there, and still there is no number; of the derived figure, or of the rule itself. */
    public record Uncomputable(@Nullable Name name, Sentence why) implements Gap {}

    /** No school is reported of the level that is compared, or none at all. */
    public record NoSchools(Expr.Schools compared) implements Gap {}

    /** A school that a coefficient of variation weighs with nothing, where it has to be divided by it. */
    public record NoPupils(String school, Expr pupils) implements Gap {}

    /** What a part asks for before there is a score does not hold: the sample is too small. */
    public record TooFew(Part part, int number, Expr requires) implements Gap {}

    /** The value is there, but no place in the region yet. */
    public record Unplaced() implements Gap {}

    /** A scope that knows how figures are derived; all others have reported figures only. */
    public interface Deriving extends Scope {
        /** Null for a figure that is reported. */
        @Nullable
        Expr formula(Name name);
    }

    /** What the parts have and lack with these figures and marks; to be asked where they come to no score. */
    static Lacking of(List<Part> parts, Scope figures, List<Exact> marks, IntFunction<Placing> placings) {
        var known = new LinkedHashSet<Known>();
        var gaps = new LinkedHashSet<Gap>();
        int next = 0;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var own = marks.subList(next, next += part.rule().marks());
            var found = new Search(figures).part(part, i + 1, placings.apply(i), own);
            known.addAll(found.known);
            gaps.addAll(found.gaps);
        }
        if (parts.size() == 1) known.removeIf(Earned.class::isInstance);
        return new Lacking(List.copyOf(known), List.copyOf(gaps));
    }

    /** What conditions have and lack, of which at least one cannot be answered. */
    public static Lacking of(List<Expr> conditions, Scope figures) {
        var search = new Search(figures);
        for (var condition : conditions) search.asks(condition);
        return search.found();
    }

    /** Goes through the formulas as they are computed, but past what is missing; nothing that failed is computed once more. */
    private static final class Search {
        private final Scope figures;
        private final Set<Known> known = new LinkedHashSet<>();
        private final Set<Gap> gaps = new LinkedHashSet<>();
        private final Map<Name, Integer> schools = new LinkedHashMap<>();
        private final Set<Object> asked = new HashSet<>();

        Search(Scope figures) {
            this.figures = figures;
        }

        Lacking found() {
            var all = new ArrayList<Known>(known);
            schools.forEach((name, count) -> all.add(new OfSchools(name, count)));
            return new Lacking(all, List.copyOf(gaps));
        }

        /** A part that has its points tells them alone; one that does not apply tells nothing. */
        Lacking part(Part part, int number, Placing placing, List<Exact> marks) {
            var when = part.conditions();
            if (when.appliesIf() != null && !asks(when.appliesIf()) && gaps.isEmpty()) return NOTHING;
            if (when.requires() != null && !asks(when.requires()) && gaps.isEmpty()) {
                gaps.add(new TooFew(part, number, when.requires()));
                return found();
            }
            if (when.zeroIf() != null) walk(when.zeroIf(), figures);
            if (when.fullIf() != null) walk(when.fullIf(), figures);
            if (part.value() != null) walk(part.value(), figures);
            if (!gaps.isEmpty()) return found();
            try {
                var points = new PartScore(figures, Trace.NONE).of(part, placing, marks);
                return new Lacking(List.of(new Earned(part, number, points)), List.of());
            } catch (Missing missing) {
                boolean ranks =
                        part.rule() instanceof Rule.Rank && missing.reason().isEmpty();
                gaps.add(ranks ? new Unplaced() : uncomputable(null, missing));
                return found();
            }
        }

        /** Whether it holds; false, too, where that cannot be answered, and then a gap says why. */
        boolean asks(Expr condition) {
            return Boolean.TRUE.equals(answer(condition, figures));
        }

        private void walk(Expr expr, Scope scope) {
            switch (expr) {
                case Expr.Figure(Name name) -> figure(name, scope);
                case Expr.Schools of -> schools(of, scope);
                case Expr.If(Expr condition, Expr then, Expr otherwise) -> {
                    var holds = answer(condition, scope);
                    if (holds != null) walk(holds ? then : otherwise, scope);
                }
                case Expr.Logic(boolean all, List<Expr> parts) -> {
                    for (var part : parts) {
                        var holds = answer(part, scope);
                        if (holds != null && holds != all) return;
                    }
                }
                default -> expr.parts().forEach(part -> walk(part, scope));
            }
        }

        /** Null where it cannot be answered. */
        private @Nullable Boolean answer(Expr condition, Scope scope) {
            int before = gaps.size();
            walk(condition, scope);
            if (gaps.size() > before) return null;
            try {
                return condition.truth(scope);
            } catch (Missing missing) {
                gaps.add(uncomputable(null, missing));
                return null;
            }
        }

        private void figure(Name name, Scope scope) {
            var school = name.traits().perSchool() ? scope.school() : null;
            if (!asked.add(school == null ? name : new Asked(name, scope))) return;
            var formula = scope instanceof Deriving deriving ? deriving.formula(name) : null;
            if (formula == null) reported(name, school, scope);
            else derived(name, formula, scope);
        }

        private void reported(Name name, @Nullable String school, Scope scope) {
            try {
                var value = scope.number(name);
                if (school == null) known.add(new Value(name, value));
                else schools.merge(name, 1, Integer::sum);
            } catch (Missing missing) {
                gaps.add(missing.reason().<Gap>map(Unreadable::new).orElseGet(() -> new Unreported(name, school)));
            }
        }

        private void derived(Name name, Expr formula, Scope scope) {
            int before = gaps.size();
            walk(formula, scope);
            if (gaps.size() > before) return;
            try {
                scope.number(name);
            } catch (Missing missing) {
                gaps.add(uncomputable(name, missing));
            }
        }

        private void schools(Expr.Schools of, Scope scope) {
            boolean divides = of.aggregate() == Aggregate.CV || of.aggregate() == Aggregate.CV_OF_SOMETHING;
            try {
                var all = scope.schools(of.member());
                if (all.isEmpty() && divides) gaps.add(new NoSchools(of));
                for (var school : all) {
                    of.parts().forEach(part -> walk(part, school));
                    if (divides) weighs(of.parts().getLast(), school);
                }
            } catch (Missing missing) {
                gaps.add(new Unreadable(missing.reason().orElse(missing.why())));
            }
        }

        private void weighs(Expr pupils, Scope school) {
            try {
                var name = school.school();
                if (pupils.number(school).signum() <= 0) gaps.add(new NoPupils(name == null ? "" : name, pupils));
            } catch (Missing _) {
                // the gaps tell already what it lacks
            }
        }

        private static Gap uncomputable(@Nullable Name name, Missing missing) {
            return new Uncomputable(name, missing.reason().orElse(missing.why()));
        }

        /** A figure of one school: two schools may be called alike. */
        private record Asked(Name name, Scope school) {}
    }
}
