package pingheng.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.framework.Framework;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Missing;
import pingheng.framework.formula.Name;
import pingheng.framework.formula.Scope;
import pingheng.framework.rule.Lacking;
import pingheng.problem.Sentence;
import pingheng.value.FigureCode;

/** The figures of one unit on one layer, where formulas find them; a derived figure is computed when first asked for. */
public final class UnitScope implements Lacking.Deriving {
    /** The figures of one school of a level, at the slots of the school names; null where not reported. */
    record SchoolRow(String name, @Nullable String level, List<@Nullable Exact> values) {}

    /** The schools of a unit, and why any of their rows cannot be read. */
    record Schools(List<SchoolRow> rows, List<Sentence> unreadable) {}

    private final Framework framework;
    private final @Nullable Exact[] reported;
    private final @Nullable Exact[] derived;
    private final Schools table;
    private final Map<FigureCode, Sentence> unreadable;
    private @Nullable Map<String, List<SchoolScope>> schools;

    /** @param unreadable why rows of a figure cannot be read, by its code */
    UnitScope(Framework framework, @Nullable Exact[] reported, Schools table, Map<FigureCode, Sentence> unreadable) {
        this.unreadable = unreadable;
        this.framework = framework;
        this.reported = reported;
        this.derived = new Exact[reported.length];
        this.table = table;
    }

    /** A copy of what was reported, for a layer that confirms some of it. */
    @Nullable
    Exact[] values() {
        return reported.clone();
    }

    /** Whether what was reported at the slots is the same here and there. */
    @SuppressWarnings("ReferenceEquality") // what a layer does not confirm is the very value of the layer it builds on
    boolean same(UnitScope other, BitSet slots) {
        if (this == other) return true;
        for (int slot = slots.nextSetBit(0); slot >= 0; slot = slots.nextSetBit(slot + 1))
            if (reported[slot] != other.reported[slot]) return false;
        return true;
    }

    @Override
    public Exact number(Name name) {
        var value = reported[name.slot()];
        return value != null ? value : derived(name);
    }

    @Override
    public @Nullable Expr formula(Name name) {
        return framework.formulas().derived().get(name);
    }

    /** Why rows cannot be read, for a layer that builds on this one. */
    Map<FigureCode, Sentence> unreadable() {
        return unreadable;
    }

    @Override
    public List<? extends Scope> schools(@Nullable String member) {
        if (!table.unreadable().isEmpty())
            throw new Missing("schools", table.unreadable().getLast());
        var byLevel = schools;
        if (byLevel == null) schools = byLevel = byLevel();
        return byLevel.getOrDefault(member == null ? "" : member, List.of());
    }

    private Exact derived(Name name) {
        var known = derived[name.slot()];
        if (known != null) return known;

        var formula = formula(name);
        if (formula == null) throw missing(name);
        var value = valueOf(formula, name, this);
        derived[name.slot()] = value;
        return value;
    }

    private Missing missing(Name name) {
        var why = unreadable.get(name.code());
        return why == null ? new Missing(name.toString()) : new Missing(name.toString(), why);
    }

    private Map<String, List<SchoolScope>> byLevel() {
        var byLevel = new HashMap<String, List<SchoolScope>>();
        for (var row : table.rows()) {
            var school = new SchoolScope(row.name(), row.values());
            byLevel.computeIfAbsent("", all -> new ArrayList<>()).add(school);
            if (row.level() != null)
                byLevel.computeIfAbsent(row.level(), level -> new ArrayList<>()).add(school);
        }
        return byLevel;
    }

    private static Exact valueOf(Expr formula, Name name, Scope scope) {
        try {
            return name.traits().truth() ? (formula.truth(scope) ? Exact.ONE : Exact.ZERO) : formula.number(scope);
        } catch (Missing missing) {
            throw missing.in(name.toString());
        }
    }

    /** The figures of one school; the other figures are those of its unit. */
    private final class SchoolScope implements Lacking.Deriving {
        private final String name;
        private final List<@Nullable Exact> values;

        /** Computed once: a chain of derived figures would otherwise take twice as long with each link. */
        private @Nullable Exact @Nullable [] derived;

        SchoolScope(String name, List<@Nullable Exact> values) {
            this.name = name;
            this.values = values;
        }

        @Override
        public String school() {
            return name;
        }

        @Override
        public @Nullable Expr formula(Name name) {
            return UnitScope.this.formula(name);
        }

        @Override
        public Exact number(Name name) {
            if (!name.traits().perSchool()) return UnitScope.this.number(name);
            var value = values.get(name.slot());
            if (value != null) return value;
            var formula = formula(name);
            if (formula == null) throw new Missing(name.toString());
            var known = derived;
            if (known == null) derived = known = new Exact[values.size()];
            var before = known[name.slot()];
            if (before != null) return before;
            var computed = valueOf(formula, name, this);
            known[name.slot()] = computed;
            return computed;
        }
    }
}
