package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExactTest {
    private static final Exact THIRD = Exact.of("1/3");

    @Test
    void threeThirdsAreOne() {
        assertThat(THIRD.plus(THIRD).plus(THIRD)).isEqualTo(Exact.ONE);
        assertThat(THIRD.plus(THIRD).plus(THIRD).rounded(10)).isEqualTo(new BigDecimal("1.0000000000"));
    }

    @Test
    void fractionsAreReckonedExactly() {
        assertThat(Exact.of("2/3").minus(Exact.of("1/6"))).isEqualTo(Exact.of("0.5"));
        assertThat(Exact.of("2/3").times(Exact.of("3/4"))).isEqualTo(Exact.of("0.5"));
        assertThat(Exact.of("0.3").dividedBy(Exact.of("0.1"))).isEqualTo(Exact.of(3));
        assertThat(Exact.of("-1").dividedBy(Exact.of("-3"))).isEqualTo(THIRD);
        assertThat(Exact.ONE.dividedBy(Exact.of("-3"))).isEqualTo(THIRD.negative());
        assertThat(THIRD.negative().absolute()).isEqualTo(THIRD);
    }

    @Test
    void comparisonNeverRounds() {
        assertThat(THIRD).isGreaterThan(Exact.of("0.333333333333333333"));
        assertThat(THIRD).isLessThan(Exact.of("0.333333333333333334"));
        assertThat(Exact.of("0.50")).isEqualByComparingTo(Exact.of("1/2"));
    }

    @Test
    void equalNumbersHaveEqualHashes() {
        assertThat(Exact.of("0.50")).isEqualTo(Exact.of("2/4")).hasSameHashCodeAs(Exact.of("2/4"));
        assertThat(Exact.of("6/3")).hasSameHashCodeAs(Exact.of("2.0"));
    }

    @Test
    void roundingIsHalfUpAwayFromZero() {
        assertThat(Exact.of("2.345").rounded(2)).isEqualTo(new BigDecimal("2.35"));
        assertThat(Exact.of("-2.345").rounded(2)).isEqualTo(new BigDecimal("-2.35"));
        assertThat(Exact.of("2/3").rounded(2)).isEqualTo(new BigDecimal("0.67"));
    }

    @Test
    void dividingByZeroIsAnError() {
        assertThatThrownBy(() -> THIRD.dividedBy(Exact.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aNumberIsToldShortlyAndAsALiteralWholly() {
        assertThat(THIRD).hasToString("0.3333333333…");
        assertThat(Exact.of("2.50")).hasToString("2.5");
        assertThat(Exact.of("100")).hasToString("100");
        assertThat(Exact.ZERO).hasToString("0");
        assertThat(Exact.of("10/30").literal()).isEqualTo("(1 / 3)");
        assertThat(Exact.of("1/8").literal()).isEqualTo("0.125");
        assertThat(Exact.of("0.12345678901234").literal()).isEqualTo("0.12345678901234");
    }

    @Test
    void longSumsOfFractionsStayReduced() {
        // 1/1 - 1/2 + 1/2 - 1/3 + … telescopes to 1 - 1/1001
        var sum = IntStream.rangeClosed(1, 1000)
                .mapToObj(n -> Exact.of("1/" + n).minus(Exact.of("1/" + (n + 1))))
                .reduce(Exact.ZERO, Exact::plus);

        assertThat(sum).isEqualTo(Exact.of("1000/1001"));
        assertThat(sum.literal()).isEqualTo("(1000 / 1001)");
    }
}
