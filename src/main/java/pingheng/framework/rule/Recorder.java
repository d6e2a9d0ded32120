package pingheng.framework.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Missing;
import pingheng.framework.formula.Name;
import pingheng.framework.formula.Scope;

/** Writes down each step of a score, and before it every figure it needs that does not stand there yet. */
final class Recorder implements Trace {
    private final List<Derivation.Entry> entries = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final List<String> scores = new ArrayList<>();
    private final Map<Name, Expr> formulas;

    /** @param formulas of the derived figures, which are told as steps */
    Recorder(Map<Name, Expr> formulas) {
        this.formulas = formulas;
    }

    List<Derivation.Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void begins(Part part, boolean applies) {
        entries.add(new Derivation.Begins(part, applies));
        if (applies) scores.add("score." + part.code());
        told.removeIf(name -> name.startsWith(Given.class.getSimpleName()));
    }

    @Override
    public void asked(String name, Expr condition, Scope scope, boolean holds) {
        needs(condition, scope);
        entries.add(new Derivation.Asked(name, condition.toString(), holds));
    }

    @Override
    public void computed(String name, Expr expr, Scope scope, Exact result) {
        needs(expr, scope);
        entries.add(new Derivation.Step(name, expr.toString(), result));
    }

    @Override
    public Exact told(String name, Exact result) {
        entries.add(new Derivation.Step(name, result.literal(), result));
        return result;
    }

    @Override
    public void added(String spread, Exact score, BigDecimal rounded) {
        var sum = "(" + String.join(" + ", scores) + ")" + spread;
        entries.add(new Derivation.Rounded("round(" + sum + ", " + rounded.scale() + ")", score, rounded));
    }

    private void needs(Expr expr, Scope scope) {
        switch (expr) {
            case Expr.Figure(Name name) -> figure(name, scope);
            case Expr.Schools schools -> columns(schools, schools.member(), scope);
            default -> expr.parts().forEach(part -> needs(part, scope));
        }
    }

    private void figure(Name name, Scope scope) {
        if (name.equals(Given.VALUE.name())) return; // told as a step
        if (!told.add((scope instanceof Given ? Given.class.getSimpleName() : "") + name)) return;

        var value = known(name, scope);
        if (value == null) return;
        var formula = formulas.get(name);
        if (formula == null) {
            entries.add(new Derivation.Figure(name, value));
        } else {
            needs(formula, scope);
            entries.add(new Derivation.Step(name.toString(), formula.toString(), value));
        }
    }

    private void columns(Expr expr, @Nullable String member, Scope scope) {
        if (expr instanceof Expr.Figure(Name name)) {
            if (name.traits().perSchool()) column(name, member, scope);
            else figure(name, scope);
        } else {
            expr.parts().forEach(part -> columns(part, member, scope));
        }
    }

    private void column(Name name, @Nullable String member, Scope scope) {
        if (!told.add(name + " of " + member)) return;

        var formula = formulas.get(name);
        if (formula != null) columns(formula, member, scope);
        var values = new ArrayList<@Nullable Exact>();
        for (var school : scope.schools(member)) values.add(known(name, school));
        entries.add(new Derivation.Column(
                name, member, formula == null ? null : formula.toString(), Collections.unmodifiableList(values)));
    }

    /** Null for a figure that was not reported and, as the score came about all the same, was not asked for either. */
    private static @Nullable Exact known(Name name, Scope scope) {
        try {
            return scope.number(name);
        } catch (Missing _) {
            return null;
        }
    }
}
