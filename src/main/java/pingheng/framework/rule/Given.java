package pingheng.framework.rule;

import java.util.List;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Missing;
import pingheng.framework.formula.Name;
import pingheng.framework.formula.Scope;
import pingheng.value.FigureCode;

/** What a rule is given: the value of its part, the marks of a judge, or the place among the units of the region. */
record Given(Exact value, Placing placing, List<Exact> marks) implements Scope {
    static final Expr.Figure VALUE = named(new FigureCode("value"), 0);
    static final Expr.Figure PLACE = named(new FigureCode("place"), 1);
    static final Expr.Figure UNITS = named(new FigureCode("units"), 2);
    private static final int MARKS = 3;

    /** The mark at an index from 0; people count them from 1. */
    static Expr.Figure mark(int index) {
        return named(new FigureCode("mark" + (index + 1)), MARKS + index);
    }

    @Override
    public Exact number(Name name) {
        return switch (name.slot()) {
            case 0 -> value;
            case 1 -> {
                if (placing.units() == 0) throw new Missing(name.toString());
                yield Exact.of(placing.place());
            }
            case 2 -> Exact.of(placing.units());
            default -> {
                int index = name.slot() - MARKS;
                if (index >= marks.size()) throw new Missing(name.toString());
                yield marks.get(index);
            }
        };
    }

    private static Expr.Figure named(FigureCode code, int slot) {
        return new Expr.Figure(
                new Name(code, null, 0, slot, new Name.Traits(MeasureUnit.NONE, false, false, true, false)));
    }
}
