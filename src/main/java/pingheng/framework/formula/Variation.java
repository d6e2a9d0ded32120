package pingheng.framework.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The coefficient of variation between schools 差异系数, weighted by pupils:
 * <pre>CV = sqrt( sum (n_i/N)(x_i - X)^2 ) / X,   x_i = a_i/n_i,   X = A/N,   A = sum a_i,   N = sum n_i</pre>
 * With x_i and X put in, it is the same as {@code sqrt( N * sum(a_i^2/n_i) / A^2 - 1 )}, which divides once a school.
 */
final class Variation {
    /**
     * The quotients carry this many digits; they only feed the root. The root of an error is far larger than the error, so that
     * equal schools come out as zero only when there are more than twice as many digits as decimals.
     */
    private static final MathContext QUOTIENT = new MathContext(80, RoundingMode.HALF_EVEN);

    /** The root is rounded half up to this many decimals: the declared precision of a coefficient. */
    static final int DECIMALS = 20;

    private static final MathContext ROOT = new MathContext(40);

    private Variation() {}

    /**
     * Amounts and pupils school by school. Zero when no school has any of the amount: then there is no difference. Throws
     * {@link Missing} where a school has no pupils or there is no school.
     */
    static Exact between(List<Exact> amounts, List<Exact> pupils) {
        var amount = BigDecimal.ZERO;
        var heads = BigDecimal.ZERO;
        var squares = BigDecimal.ZERO;
        for (int i = 0; i < amounts.size(); i++) {
            var a = decimal(amounts.get(i));
            var n = decimal(pupils.get(i));
            if (n.signum() <= 0) throw new Missing("pupils > 0");
            amount = amount.add(a);
            heads = heads.add(n);
            squares = squares.add(a.multiply(a).divide(n, QUOTIENT));
        }
        if (heads.signum() == 0) throw new Missing("schools");
        if (amount.signum() == 0) return Exact.ZERO;

        var square = heads.multiply(squares)
                .divide(amount.multiply(amount), QUOTIENT)
                .subtract(BigDecimal.ONE)
                .max(BigDecimal.ZERO);
        return Exact.of(square.sqrt(ROOT).setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    private static BigDecimal decimal(Exact number) {
        return number.rounded(QUOTIENT.getPrecision()).stripTrailingZeros();
    }
}
