package pingheng.framework.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * The coefficient of variation between schools 差异系数, weighted by pupils:
 * <pre>CV = sqrt( sum (n_i/N)(x_i - X)^2 ) / X,   x_i = a_i/n_i,   X = A/N,   A = sum a_i,   N = sum n_i</pre>
 * With x_i and X put in, it is the same as {@code sqrt( N * sum(a_i^2/n_i) / A^2 - 1 )}, which divides once a school. It is reckoned
 * in whole numbers: neither amounts nor pupils have to be scaled alike, a common factor of either does not change it.
 */
final class Variation {
    /** The root is rounded half up to this many decimals: the declared precision of a coefficient. */
    static final int DECIMALS = 20;

    /** Fractions among the amounts or pupils are taken to so many decimals; decimals as they were reported are exact. */
    private static final int INPUT_DECIMALS = 30;

    /**
     * The quotients carry this many decimals; they only feed the root. The root of an error is far larger than the error, so that
     * equal schools come out as zero only when there are more than twice as many of them as of the root.
     */
    private static final int QUOTIENT_DECIMALS = 60;

    private static final BigInteger ONE = BigInteger.TEN.pow(QUOTIENT_DECIMALS);

    private Variation() {}

    /** As {@link #between}, but {@link Missing} where the schools together have nothing: divided by an X of 0 there is no coefficient. */
    static Exact ofSomething(List<Exact> amounts, List<Exact> pupils) {
        var coefficient = between(amounts, pupils);
        if (amounts.stream().reduce(Exact.ZERO, Exact::plus).signum() == 0)
            throw Missing.uncomputable(
                    "各校合计为 0，均值为 0，差异系数无法计算",
                    "the schools have nothing in all, so the mean is 0 and there is no coefficient of variation");
        return coefficient;
    }

    /**
     * Amounts and pupils school by school. Zero when no school has any of the amount: then there is no difference. Throws
     * {@link Missing} where a school has no pupils or there is no school.
     */
    static Exact between(List<Exact> amounts, List<Exact> pupils) {
        var wholeAmounts = whole(amounts);
        var wholePupils = whole(pupils);
        var amount = BigInteger.ZERO;
        var heads = BigInteger.ZERO;
        var squares = BigInteger.ZERO;
        for (int i = 0; i < wholeAmounts.length; i++) {
            var a = wholeAmounts[i];
            var n = wholePupils[i];
            if (n.signum() <= 0) throw new Missing("pupils > 0");
            amount = amount.add(a);
            heads = heads.add(n);
            squares = squares.add(a.multiply(a).multiply(ONE).divide(n));
        }
        if (heads.signum() == 0) throw new Missing("schools");
        if (amount.signum() == 0) return Exact.ZERO;

        var square = heads.multiply(squares)
                .divide(amount.multiply(amount))
                .subtract(ONE)
                .max(BigInteger.ZERO);
        var root = new BigDecimal(square.sqrt(), QUOTIENT_DECIMALS / 2);
        return Exact.of(root.setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /** The same numbers without a decimal point: all times the same power of ten. */
    private static BigInteger[] whole(List<Exact> numbers) {
        var decimals = new BigDecimal[numbers.size()];
        int scale = 0;
        for (int i = 0; i < decimals.length; i++) {
            decimals[i] = numbers.get(i).decimal(INPUT_DECIMALS);
            scale = Math.max(scale, decimals[i].scale());
        }
        var whole = new BigInteger[decimals.length];
        for (int i = 0; i < whole.length; i++)
            whole[i] = decimals[i].setScale(scale).unscaledValue();
        return whole;
    }
}
