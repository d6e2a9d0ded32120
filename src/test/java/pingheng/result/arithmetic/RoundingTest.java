package pingheng.result.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pingheng.result.arithmetic.Given.ROUNDING;
import static pingheng.result.arithmetic.Given.n;

import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void aHalfIsRoundedUp() {
        var two = new Rounding(2, 1);

        assertThat(two.score(n("1.005"))).isEqualTo(n("1.01"));
        assertThat(two.score(n("1.0049999"))).isEqualTo(n("1.00"));
        assertThat(two.place(n("1.05"))).isEqualTo(n("1.1"));
        assertThat(two.quotient(n("1"), n("8"))).isEqualTo(n("0.13"));
    }

    @Test
    void aScoreAlwaysHasItsDecimalsSoThatEqualScoresAreEqual() {
        assertThat(ROUNDING.score(n("2"))).isEqualTo(n("2.0000000000"));
        assertThat(ROUNDING.exact(n("2.5"))).isEqualTo(n("2.5000000000"));
    }

    @Test
    void whatWasRoundedIsNotRoundedAgain() {
        var kept = n("0.3333333333");

        assertThat(ROUNDING.exact(kept)).isSameAs(kept);
        assertThat(ROUNDING.exact(n("0.50000000000"))).isEqualTo(n("0.5000000000"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ROUNDING.exact(n("0.33333333333")))
                .withMessage("not rounded to 10 decimals: 0.33333333333");
    }

    /** 3 × 0.3333333333 = 0.9999999999, which to eight decimals is 1.00000000. */
    @Test
    void threeThirdsAreOneWherePlacesAreCompared() {
        var third = ROUNDING.quotient(n("1"), n("3"));
        var sum = third.add(third).add(third);

        assertThat(sum).isEqualTo(n("0.9999999999"));
        assertThat(ROUNDING.place(sum)).isEqualTo(ROUNDING.place(n("1"))).isEqualTo(n("1.00000000"));
    }

    @Test
    void placesNeverLookAtMoreDecimalsThanScoresHave() {
        assertThat(new Rounding(0, 0).score(n("0.5"))).isEqualTo(n("1"));
        assertThat(new Rounding(8, 8).placeDecimals()).isEqualTo(8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rounding(2, 3))
                .withMessage("decimals of places 3, of scores 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Rounding(2, -1));
    }

    @Test
    void nothingIsDividedByZero() {
        assertThatThrownBy(() -> ROUNDING.quotient(n("1"), n("0"))).isInstanceOf(ArithmeticException.class);
    }
}
