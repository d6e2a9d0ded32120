package pingheng.result.arithmetic;

import java.math.BigDecimal;
import pingheng.problem.Sentence;

/** One listed step between the sum of the aspects and the total: a signed amount of points, and why. */
public record Adjustment(String code, BigDecimal amount, Sentence why) {
    public static final String NOT_APPLICABLE = "not_applicable";
    public static final String CREDIBILITY = "credibility";
    public static final String BONUS_MAXIMUM = "bonus_maximum";
    public static final String DELIBERATION = "deliberation";

    /** Points as sentences write them: all their decimals, no trailing zeros. */
    static String told(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }
}
