package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTest {
    private static final Exact THIRD = Exact.ONE.dividedBy(Exact.of(3));

    @Test
    void threeThirdsAreOne() {
        assertThat(THIRD.plus(THIRD).plus(THIRD)).isEqualTo(Exact.ONE);
        assertThat(THIRD.times(Exact.of(3))).isEqualTo(Exact.ONE);
        assertThat(Exact.ONE.minus(THIRD).minus(THIRD)).isEqualTo(THIRD);
    }

    @Test
    void aHalfWrittenTwoWaysIsOneNumber() {
        var half = Exact.ONE.dividedBy(Exact.of(2));
        assertThat(half).isEqualTo(Exact.of("0.5")).hasSameHashCodeAs(Exact.of("0.5"));
        assertThat(half).isEqualTo(Exact.of("0.50")).hasSameHashCodeAs(Exact.of("0.50"));
        assertThat(half.minus(half)).isEqualTo(Exact.ZERO).hasSameHashCodeAs(Exact.ZERO);
        assertThat(half).isNotEqualTo(THIRD).isNotEqualTo("0.5");
    }

    @Test
    void aFractionMayBeWrittenWithASlash() {
        assertThat(Exact.of("2/3")).isEqualTo(THIRD.plus(THIRD));
        assertThat(Exact.of(" 2 / 3 ")).isEqualTo(THIRD.plus(THIRD));
        assertThat(Exact.of(" 0.5 ")).isEqualTo(Exact.of("0.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00000000005, 0.0000000001", // half of the tenth decimal goes up
        "0.00000000004999, 0.0000000000",
        "-0.00000000005, -0.0000000001", // away from zero
        "2/3, 0.6666666667",
        "1/3, 0.3333333333",
        "-2/3, -0.6666666667",
        "1/20000000000, 0.0000000001", // as a fraction, half of the tenth decimal goes up too
        "7, 7.0000000000"
    })
    void roundingIsHalfUp(String number, String rounded) {
        assertThat(Exact.of(number).rounded(10).toPlainString()).isEqualTo(rounded);
    }

    @Test
    void nothingIsDividedByZero() {
        assertThatThrownBy(() -> Exact.ONE.dividedBy(Exact.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Exact.ONE.dividedBy(THIRD.minus(THIRD))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void signsSurviveDivision() {
        assertThat(Exact.ONE.dividedBy(Exact.of(-3))).isEqualTo(THIRD.negative());
        assertThat(Exact.of(-1).dividedBy(Exact.of(-3))).isEqualTo(THIRD);
        assertThat(Exact.ONE.dividedBy(Exact.of(-3)).signum()).isNegative();
        assertThat(Exact.ONE.dividedBy(Exact.of(-3)).absolute()).isEqualTo(THIRD);
        assertThat(THIRD.absolute()).isEqualTo(THIRD);
        assertThat(Exact.of(-1).dividedBy(Exact.of(3))).isLessThan(Exact.ZERO);
    }

    @Test
    void theGreaterIsFoundWithoutRounding() {
        var less = Exact.of("0.333333333333");
        assertThat(less).isLessThan(THIRD);
        assertThat(THIRD.max(less)).isSameAs(THIRD);
        assertThat(less.max(THIRD)).isSameAs(THIRD);
        assertThat(THIRD.min(less)).isSameAs(less);
        assertThat(less.min(THIRD)).isSameAs(less);
    }

    @ParameterizedTest
    @CsvSource({
        "0.50, 0.5",
        "100, 100",
        "0, 0",
        "-0.25, -0.25",
        "0.123456789012, 0.123456789012", // as many decimals as a formula may write
        "4/8, 0.5",
        "56/34, (28 / 17)", // no decimal says it
        "-1/3, (-1 / 3)",
        "0.1/0.3, (1 / 3)",
        "0.00000000000000000001, 0.00000000000000000001" // the last place of a coefficient of variation
    })
    void aLiteralSaysTheNumberItself(String number, String literal) {
        assertThat(Exact.of(number).literal()).isEqualTo(literal);
    }

    @ParameterizedTest
    @CsvSource({"0.50, 0.5", "1000, 1000", "1/3, 0.3333333333…", "2/3, 0.6666666667…", "0.00000000001, 0…", "-4/2, -2"})
    void peopleSeeTenDecimalsAndWhetherThereAreMore(String number, String told) {
        assertThat(Exact.of(number)).hasToString(told);
    }

    @Test
    void aNumberFitsWhereRoundingChangesNothing() {
        assertThat(Exact.of("0.25").fits(2)).isTrue();
        assertThat(Exact.of("0.25").fits(1)).isFalse();
        assertThat(Exact.of(3).fits(0)).isTrue();
        assertThat(THIRD.fits(30)).isFalse();
    }
}
