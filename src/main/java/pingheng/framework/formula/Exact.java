package pingheng.framework.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number: a fraction of two decimals, so that nothing is lost before the one declared rounding. */
public final class Exact implements Comparable<Exact> {
    public static final Exact ZERO = new Exact(BigDecimal.ZERO, BigDecimal.ONE);
    public static final Exact ONE = new Exact(BigDecimal.ONE, BigDecimal.ONE);

    /** Longer fractions are reduced to lowest terms; shorter ones are cheaper to leave alone. */
    private static final int DIGITS_BEFORE_REDUCING = 40;

    private static final int DECIMALS_SHOWN = 10;

    /** No figure of an evaluation comes near; figures that are multiplied by themselves in a chain would go on for ever. */
    public static final int MOST_DIGITS = 20_000;

    /** 2 to the power of this has as many digits. */
    private static final int MOST_BITS = 66_439;

    private final BigDecimal over;
    private final BigDecimal under;

    private Exact(BigDecimal over, BigDecimal under) {
        this.over = over;
        this.under = under;
    }

    public static Exact of(BigDecimal decimal) {
        return new Exact(decimal, BigDecimal.ONE);
    }

    public static Exact of(long whole) {
        return of(BigDecimal.valueOf(whole));
    }

    /** A decimal such as {@code 0.5}, or a fraction of two such as {@code 2/3}. */
    public static Exact of(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? of(new BigDecimal(text.strip()))
                : of(text.substring(0, slash)).dividedBy(of(text.substring(slash + 1)));
    }

    public Exact plus(Exact other) {
        if (whole() && other.whole()) return of(bounded(over.add(other.over)));
        if (under.compareTo(other.under) == 0) return fraction(over.add(other.over), under);
        return fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    public Exact minus(Exact other) {
        return plus(other.negative());
    }

    public Exact times(Exact other) {
        if (whole() && other.whole()) return of(bounded(over.multiply(other.over)));
        return fraction(over.multiply(other.over), under.multiply(other.under));
    }

    /** Throws ArithmeticException when the other is zero; formulas are checked at import so that it cannot be. */
    public Exact dividedBy(Exact other) {
        if (other.over.signum() == 0) throw new ArithmeticException("division by zero");

        var top = over.multiply(other.under);
        var bottom = under.multiply(other.over);
        return bottom.signum() < 0 ? fraction(top.negate(), bottom.negate()) : fraction(top, bottom);
    }

    public Exact negative() {
        return new Exact(over.negate(), under);
    }

    public Exact absolute() {
        return over.signum() < 0 ? negative() : this;
    }

    public int signum() {
        return over.signum();
    }

    public Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** By cross-multiplication: no rounding takes part in a comparison. */
    @Override
    public int compareTo(Exact other) {
        return whole() && other.whole()
                ? over.compareTo(other.over)
                : over.multiply(other.under).compareTo(other.over.multiply(under));
    }

    /** Rounded half up to so many decimals: the only rounding of a score. */
    public BigDecimal rounded(int decimals) {
        return whole()
                ? over.setScale(decimals, RoundingMode.HALF_UP)
                : over.divide(under, decimals, RoundingMode.HALF_UP);
    }

    /** The decimal itself where this is one, else rounded half up to so many decimals. */
    BigDecimal decimal(int decimals) {
        return whole() ? over : rounded(decimals);
    }

    /** Whether this has no more than so many decimals, so that rounding to them changes nothing. */
    public boolean fits(int decimals) {
        return of(rounded(decimals)).compareTo(this) == 0;
    }

    /** As a literal of the formula language: a decimal where there is one, else {@code (a / b)}. */
    public String literal() {
        if (fits(DECIMALS_SHOWN + 2)) return plain(rounded(DECIMALS_SHOWN + 2));
        var lowest = reduced();
        return lowest.whole() ? plain(lowest.over) : "(" + plain(lowest.over) + " / " + plain(lowest.under) + ")";
    }

    /** For people: at most 10 decimals, with … behind when there are more. */
    @Override
    public String toString() {
        return plain(rounded(DECIMALS_SHOWN)) + (fits(DECIMALS_SHOWN) ? "" : "…");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Exact exact && compareTo(exact) == 0;
    }

    /** Equal numbers round equally, whatever fraction they are written as. */
    @Override
    public int hashCode() {
        return rounded(DECIMALS_SHOWN).hashCode();
    }

    @SuppressWarnings("ReferenceEquality") // ONE itself marks what was never divided; an equal value is merely slower
    private boolean whole() {
        return under == BigDecimal.ONE;
    }

    private static Exact fraction(BigDecimal over, BigDecimal under) {
        var fraction = new Exact(bounded(over), bounded(under));
        return over.precision() + under.precision() > DIGITS_BEFORE_REDUCING ? fraction.reduced() : fraction;
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS
                || number.unscaledValue().bitLength() > MOST_BITS)
            throw Missing.uncomputable(
                    "计算结果超过 %,d 位数字，没有算下去",
                    "the result has more than %,d digits and was not computed any further", MOST_DIGITS);
        return number;
    }

    private Exact reduced() {
        if (whole()) return this;

        int scale = Math.max(0, Math.max(over.scale(), under.scale()));
        BigInteger top = over.setScale(scale).unscaledValue();
        BigInteger bottom = under.setScale(scale).unscaledValue();
        BigInteger divisor = top.gcd(bottom);
        var lowest = bottom.divide(divisor);
        return lowest.equals(BigInteger.ONE)
                ? of(new BigDecimal(top.divide(divisor)))
                : new Exact(new BigDecimal(top.divide(divisor)), new BigDecimal(lowest));
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
