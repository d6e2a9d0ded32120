package pingheng.framework.formula;

import java.util.List;
import java.util.Locale;

/** What can be asked of the schools of a unit. */
public enum Aggregate {
    SUM {
        @Override
        Exact of(List<Expr> parts, List<? extends Scope> schools) {
            var sum = Exact.ZERO;
            for (var school : schools) sum = sum.plus(parts.getFirst().number(school));
            return sum;
        }
    },
    COUNT {
        @Override
        Exact of(List<Expr> parts, List<? extends Scope> schools) {
            int holding = 0;
            for (var school : schools) if (parts.getFirst().truth(school)) holding++;
            return Exact.of(holding);
        }
    },
    CV {
        @Override
        Exact of(List<Expr> parts, List<? extends Scope> schools) {
            return Variation.between(schools, parts.getFirst(), parts.getLast());
        }
    };

    abstract Exact of(List<Expr> parts, List<? extends Scope> schools);

    /** As formulas write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
