package pingheng.framework.formula;

import java.util.List;
import java.util.Locale;

/** What can be asked of a few numbers or conditions. */
public enum Function {
    MIN {
        @Override
        Exact of(List<Expr> parts, Scope scope) {
            var least = parts.getFirst().number(scope);
            for (int i = 1; i < parts.size(); i++)
                least = least.min(parts.get(i).number(scope));
            return least;
        }
    },
    MAX {
        @Override
        Exact of(List<Expr> parts, Scope scope) {
            var most = parts.getFirst().number(scope);
            for (int i = 1; i < parts.size(); i++) most = most.max(parts.get(i).number(scope));
            return most;
        }
    },
    ABS {
        @Override
        Exact of(List<Expr> parts, Scope scope) {
            return parts.getFirst().number(scope).absolute();
        }
    },
    TALLY {
        @Override
        Exact of(List<Expr> parts, Scope scope) {
            int holding = 0;
            for (var part : parts) if (part.truth(scope)) holding++;
            return Exact.of(holding);
        }
    };

    abstract Exact of(List<Expr> parts, Scope scope);

    /** As formulas write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
