package pingheng.framework.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Scope;

/** Scores a part in the figures of a unit, telling each step to a trace. */
record PartScore(Scope figures, Trace trace) {
    /** The exact points earned. Throws Missing when a figure was not reported. */
    Exact of(Part part, Placing placing, List<Exact> marks) {
        var conditions = part.conditions();
        if (holds("zero_if", conditions.zeroIf())) return trace.told("score", Exact.ZERO);
        if (holds("full_if", conditions.fullIf())) return trace.told("score", part.points());

        var value = part.value() == null ? Exact.ZERO : computed("value", part.value(), figures);
        return computed("score", part.score(), new Given(value, placing, marks));
    }

    /** Whether there is such a condition and it holds. */
    boolean holds(String name, @Nullable Expr condition) {
        if (condition == null) return false;
        boolean holds = condition.truth(figures);
        trace.asked(name, condition, figures, holds);
        return holds;
    }

    private Exact computed(String name, Expr expr, Scope scope) {
        var result = expr.number(scope);
        trace.computed(name, expr, scope, result);
        return result;
    }
}
