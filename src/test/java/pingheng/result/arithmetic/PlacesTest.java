package pingheng.result.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static pingheng.result.arithmetic.Given.ROUNDING;
import static pingheng.result.arithmetic.Given.n;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.result.arithmetic.Places.Entrant;
import pingheng.result.arithmetic.Places.Placed;
import pingheng.value.UnitCode;

class PlacesTest {
    private static final List<BigDecimal> RATES = List.of(n("0.4"), n("0.1"), n("0.40"), n("0.9"), n("0.3"));

    @Test
    void equalTotalsShareAPlaceAndTheNextIsLeftOut() {
        var placed = Places.byTotal(
                List.of(entrant("440104", "97"), entrant("440113", "98.64"), entrant("440103", "98.640")), ROUNDING);

        assertThat(placed)
                .containsExactly(
                        new Placed(new UnitCode("440103"), n("98.640"), 1),
                        new Placed(new UnitCode("440113"), n("98.64"), 1),
                        new Placed(new UnitCode("440104"), n("97"), 3));
    }

    @Test
    void threeThirdsShareAPlaceWithOne() {
        assertThat(Places.byTotal(List.of(entrant("a", "1"), entrant("b", "0.9999999999")), ROUNDING))
                .extracting(Placed::place)
                .containsExactly(1, 1);
    }

    /** To eight decimals 1.000000005 is 1.00000001 (half up) and 1.0000000049 is 1.00000000. */
    @Test
    void totalsAreComparedAfterRoundingHalfUpAndShownUnrounded() {
        assertThat(Places.byTotal(
                        List.of(entrant("a", "1.0000000049"), entrant("b", "1.000000005"), entrant("c", "1.00000001")),
                        ROUNDING))
                .containsExactly(
                        new Placed(new UnitCode("b"), n("1.000000005"), 1),
                        new Placed(new UnitCode("c"), n("1.00000001"), 1),
                        new Placed(new UnitCode("a"), n("1.0000000049"), 3));
    }

    @Test
    void nobodyHasNoPlace() {
        assertThat(Places.byTotal(List.of(), ROUNDING)).isEmpty();
        assertThat(Places.among(List.<BigDecimal>of(), Comparator.naturalOrder()))
                .isEmpty();
    }

    /** 0.9 is best, the two 0.4 share the second place, 0.3 is fourth and 0.1 fifth. */
    @Test
    void aRuleByRankTakesThePlacesInTheOrderTheValuesAreGiven() {
        assertThat(Places.among(RATES, Comparator.reverseOrder())).containsExactly(2, 5, 2, 1, 4);
    }

    @Test
    void aRuleByRankMayFindLowerBetter() {
        assertThat(Places.among(RATES, Comparator.naturalOrder())).containsExactly(3, 1, 3, 5, 2);
    }

    @Test
    void valuesOfARuleAreComparedExactly() {
        assertThat(Places.among(List.of(n("0.3333333333333"), n("0.3333333333334")), Comparator.reverseOrder()))
                .containsExactly(2, 1);
    }

    private static Entrant entrant(String code, String total) {
        return new Entrant(new UnitCode(code), n(total));
    }
}
