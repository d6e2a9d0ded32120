package pingheng.framework.rule;

import java.math.BigDecimal;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Scope;

/** Hears how a score comes about, step by step; {@link #NONE} listens to nothing and costs nothing. */
interface Trace {
    Trace NONE = new Trace() {};

    /** A part begins; what follows is about it. */
    default void begins(Part part, boolean applies) {}

    default void asked(String name, Expr condition, Scope scope, boolean holds) {}

    default void computed(String name, Expr expr, Scope scope, Exact result) {}

    /** A result that needs no computing, handed back. */
    default Exact told(String name, Exact result) {
        return result;
    }

    /** The parts are added up, perhaps spread by a factor, and rounded: the only rounding. */
    default void added(String spread, Exact score, BigDecimal rounded) {}
}
