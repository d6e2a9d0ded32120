package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ExactProperties {
    @Property
    void addingIsCrossMultiplying(
            @ForAll int a, @ForAll @IntRange(min = 1) int b, @ForAll int c, @ForAll @IntRange(min = 1) int d) {
        var top = big(a).multiply(big(d)).add(big(c).multiply(big(b)));

        assertThat(fraction(a, b).plus(fraction(c, d))).isEqualTo(fraction(top, big(b).multiply(big(d))));
    }

    @Property
    void subtractingUndoesAdding(@ForAll int a, @ForAll @IntRange(min = 1) int b, @ForAll int c) {
        assertThat(fraction(a, b).plus(Exact.of(c)).minus(Exact.of(c))).isEqualTo(fraction(a, b));
    }

    @Property
    void multiplyingUndoesDividing(@ForAll int a, @ForAll @IntRange(min = 1) int b) {
        assertThat(Exact.of(a).dividedBy(Exact.of(b)).times(Exact.of(b))).isEqualTo(Exact.of(a));
    }

    @Property
    void orderIsThatOfTheDifference(
            @ForAll int a, @ForAll @IntRange(min = 1) int b, @ForAll int c, @ForAll @IntRange(min = 1) int d) {
        var left = fraction(a, b);
        var right = fraction(c, d);

        assertThat(Integer.signum(left.compareTo(right)))
                .isEqualTo(left.minus(right).signum());
        assertThat(left.min(right).compareTo(left.max(right))).isLessThanOrEqualTo(0);
    }

    private static Exact fraction(int over, int under) {
        return fraction(big(over), big(under));
    }

    private static Exact fraction(BigInteger over, BigInteger under) {
        return Exact.of(new java.math.BigDecimal(over)).dividedBy(Exact.of(new java.math.BigDecimal(under)));
    }

    private static BigInteger big(int number) {
        return BigInteger.valueOf(number);
    }
}
