package pingheng.framework.formula;

import java.math.BigDecimal;
import java.math.BigInteger;

/** A fraction in lowest terms, written as a school book has it: what {@link Exact} is held against. It shares no code with it. */
public record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
    public static final Fraction ZERO = of(0);
    public static final Fraction ONE = of(1);

    public Fraction {
        if (under.signum() == 0) throw new ArithmeticException("over zero");
        var divisor = over.gcd(under);
        if (under.signum() < 0) divisor = divisor.negate();
        over = over.divide(divisor);
        under = under.divide(divisor);
    }

    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /** Reads {@code -12.50}, digit by digit. */
    public static Fraction of(String decimal) {
        int point = decimal.indexOf('.');
        int decimals = point < 0 ? 0 : decimal.length() - point - 1;
        return new Fraction(new BigInteger(decimal.replace(".", "")), BigInteger.TEN.pow(decimals));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    public Fraction minus(Fraction other) {
        return plus(other.times(of(-1)));
    }

    public Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    public Fraction per(Fraction other) {
        return new Fraction(over.multiply(other.under), under.multiply(other.over));
    }

    public int signum() {
        return over.signum();
    }

    /** Half up, away from zero: twice the shifted number and one more, halved, without its rest. */
    public BigDecimal rounded(int decimals) {
        var twice =
                over.abs().multiply(BigInteger.TEN.pow(decimals)).shiftLeft(1).add(under);
        var digits = twice.divide(under.shiftLeft(1));
        return new BigDecimal(over.signum() < 0 ? digits.negate() : digits, decimals);
    }

    /** The square root, half up: one digit more than asked for is found first. */
    public Fraction root(int decimals) {
        var digits = over.multiply(BigInteger.TEN.pow(2 * decimals + 2))
                .divide(under)
                .sqrt();
        return new Fraction(digits.add(BigInteger.valueOf(5)).divide(BigInteger.TEN), BigInteger.TEN.pow(decimals));
    }

    @Override
    public int compareTo(Fraction other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
