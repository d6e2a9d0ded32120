package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Exact numbers are fractions: whatever is done to them comes out as it does for the fractions of a school book. */
class ExactProperties {
    /** The same number twice. */
    record Both(Exact exact, Fraction fraction) {
        static Both of(BigDecimal over, BigDecimal under) {
            var exact = Exact.of(over);
            var fraction = Fraction.of(over.toPlainString());
            return under.signum() == 0
                    ? new Both(exact, fraction)
                    : new Both(exact.dividedBy(Exact.of(under)), fraction.per(Fraction.of(under.toPlainString())));
        }

        Both then(int step, Both other) {
            return switch (step) {
                case 0 -> new Both(exact.plus(other.exact), fraction.plus(other.fraction));
                case 1 -> new Both(exact.minus(other.exact), fraction.minus(other.fraction));
                case 2 -> new Both(exact.times(other.exact), fraction.times(other.fraction));
                default ->
                    other.fraction.signum() == 0
                            ? this
                            : new Both(exact.dividedBy(other.exact), fraction.per(other.fraction));
            };
        }

        void agree() {
            assertThat(exact.signum()).isEqualTo(fraction.signum());
            assertThat(exact.rounded(10)).isEqualTo(fraction.rounded(10));
            assertThat(read(exact.literal())).isEqualTo(fraction);
        }

        private static Fraction read(String literal) {
            if (!literal.startsWith("(")) return Fraction.of(literal);
            var parts = literal.substring(1, literal.length() - 1).split(" / ");
            return Fraction.of(parts[0]).per(Fraction.of(parts[1]));
        }
    }

    @Property(tries = 300)
    void arithmeticIsThatOfFractions(@ForAll @Size(min = 1, max = 8) List<@From("numbers") Both> numbers) {
        var sum = numbers.getFirst();
        sum.agree();
        for (int i = 1; i < numbers.size(); i++) {
            sum = sum.then(i % 4, numbers.get(i));
            sum.agree();
        }
    }

    @Property(tries = 300)
    void orderIsThatOfFractions(@ForAll("numbers") Both a, @ForAll("numbers") Both b) {
        assertThat(Integer.signum(a.exact.compareTo(b.exact)))
                .isEqualTo(Integer.signum(a.fraction.compareTo(b.fraction)));
        assertThat(a.exact.equals(b.exact)).isEqualTo(a.fraction.equals(b.fraction));
    }

    @Property(tries = 300)
    void equalNumbersAreEqualHoweverTheyCameAbout(@ForAll("numbers") Both a, @ForAll("numbers") Both b) {
        var again = a.exact.plus(b.exact).minus(b.exact);
        assertThat(again).isEqualTo(a.exact).hasSameHashCodeAs(a.exact);
    }

    @Provide
    Arbitrary<Both> numbers() {
        var decimals = Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(6);
        var whole = Arbitraries.integers().between(-20, 20).map(BigDecimal::valueOf);
        var either = Arbitraries.oneOf(decimals, whole);
        return Combinators.combine(either, either).as(Both::of);
    }
}
