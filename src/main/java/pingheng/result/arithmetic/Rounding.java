package pingheng.result.arithmetic;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many decimals a score keeps and how many of a total decide its place; rounding is always half up.
 *
 * <p>A score is rounded once, sums are exact. Three thirds then add up to 0.9999999999, which is why places look at fewer
 * decimals than scores keep: to eight decimals it is 1.
 */
public record Rounding(int scoreDecimals, int placeDecimals) {
    private static final RoundingMode MODE = RoundingMode.HALF_UP;

    /** Refuses anything but 0 <= placeDecimals <= scoreDecimals. */
    public Rounding {
        if (placeDecimals < 0 || placeDecimals > scoreDecimals)
            throw new IllegalArgumentException("decimals of places " + placeDecimals + ", of scores " + scoreDecimals);
    }

    /** Points, rounded once to the decimals of a score. */
    public BigDecimal score(BigDecimal points) {
        return points.setScale(scoreDecimals, MODE);
    }

    /** A quotient, rounded once to the decimals of a score; a zero divisor is an {@link ArithmeticException}. */
    public BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, scoreDecimals, MODE);
    }

    /** A total as places compare it. */
    public BigDecimal place(BigDecimal total) {
        return total.setScale(placeDecimals, MODE);
    }

    /** The same points at the scale of a score; refuses what would have to be rounded a second time. */
    BigDecimal exact(BigDecimal points) {
        if (points.scale() == scoreDecimals) return points;
        var score = score(points);
        if (score.compareTo(points) != 0)
            throw new IllegalArgumentException("not rounded to " + scoreDecimals + " decimals: " + points);
        return score;
    }
}
