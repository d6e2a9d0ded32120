package pingheng.framework;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Expr;
import pingheng.problem.Sentence;

/**
 * An optional rule on the total: a veto 一票否决, a cap, a downgrade by some grades, or a bonus of some points. It applies when
 * its condition holds, or, without one, when a judge says so.
 */
public record AdjustmentRule(
        String code, Kind kind, @Nullable Expr when, BigDecimal value, Sentence title) {
    /** What the rule does. */
    public enum Kind {
        VETO,
        CAP,
        DOWNGRADE,
        BONUS;

        public static Optional<Kind> of(String text) {
            for (var kind : values()) if (kind.name().toLowerCase(Locale.ROOT).equals(text)) return Optional.of(kind);
            return Optional.empty();
        }
    }
}
