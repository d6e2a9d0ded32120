package pingheng.framework;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Expr;
import pingheng.problem.Sentence;
import pingheng.text.Coded;

/**
 * An optional rule on the total: a veto 一票否决, a cap, a downgrade by some grades, or a bonus of some points. It applies when
 * its condition holds, or, without one, when a judge says so.
 */
public record AdjustmentRule(
        String code, Kind kind, @Nullable Expr when, BigDecimal value, Sentence title) {
    /** What the rule does. */
    public enum Kind implements Coded {
        VETO,
        CAP,
        DOWNGRADE,
        BONUS
    }
}
