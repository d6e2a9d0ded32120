package pingheng.figure;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.framework.Framework;
import pingheng.framework.Point;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Name;
import pingheng.framework.rule.Part;
import pingheng.value.PointCode;

/**
 * The slots of the figures that each point reads, also through derived ones. A layer that confirms other figures than these comes
 * to what the layer came to that it builds on. The figures of schools are not confirmed, so they are not among them.
 */
final class Reads {
    private final Map<PointCode, BitSet> byPoint = new HashMap<>();
    private final Map<Name, BitSet> byName = new HashMap<>();
    private final Map<Name, Expr> formulas;

    Reads(Framework framework) {
        this.formulas = framework.formulas().derived();
        for (var point : framework.points()) {
            var slots = byPoint.computeIfAbsent(point.code(), code -> new BitSet());
            for (var part : point.rule().parts()) add(part, slots);
        }
    }

    BitSet of(PointCode point) {
        var slots = byPoint.get(point);
        if (slots == null) throw new IllegalArgumentException("no point " + point);
        return slots;
    }

    /** Whether the rule of the point reads figures of single schools, also through derived ones. */
    boolean schools(Point point) {
        return point.rule().parts().stream().flatMap(Reads::expressions).anyMatch(this::schools);
    }

    private boolean schools(@Nullable Expr expr) {
        if (expr == null) return false;
        if (expr instanceof Expr.Figure(Name name)) return name.traits().perSchool() || schools(formulas.get(name));
        return expr.parts().stream().anyMatch(this::schools);
    }

    private static Stream<@Nullable Expr> expressions(Part part) {
        var when = part.conditions();
        return Stream.of(part.value(), when.appliesIf(), when.requires(), when.zeroIf(), when.fullIf());
    }

    private void add(Part part, BitSet slots) {
        expressions(part).forEach(expr -> add(expr, slots));
    }

    private void add(@Nullable Expr expr, BitSet slots) {
        if (expr instanceof Expr.Figure(Name name)) slots.or(of(name));
        else if (expr != null) for (var part : expr.parts()) add(part, slots);
    }

    private BitSet of(Name name) {
        var known = byName.get(name);
        if (known != null) return known;

        var slots = new BitSet();
        if (!name.traits().perSchool()) slots.set(name.slot());
        add(formulas.get(name), slots);
        byName.put(name, slots);
        return slots;
    }
}
