package pingheng.result.release.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pingheng.result.release.chart.Distribution.Dot;
import pingheng.result.release.chart.Distribution.Given;

class DistributionTest {
    @Test
    void theLowestStandsAtTheLeftTheHighestAtTheRightTheOthersBetween() {
        // 36 columns of 10: 90 is column 0, 125 column 35, 100 column 10; centres are 5, 355, 105.
        var told = Distribution.of(List.of(of("125"), of("100"), of("90")));

        assertThat(told.dots()).extracting(Dot::x).containsExactly(5, 105, 355);
        assertThat(told.dots()).extracting(Dot::y).containsOnly(5);
        assertThat(told.height()).isEqualTo(10);
        var axis = Objects.requireNonNull(told.axis());
        assertThat(axis.median()).isEqualByComparingTo("100");
        assertThat(axis.at()).isEqualTo(105);
        assertThat(axis.single()).isFalse();
    }

    @Test
    void thoseThatAreNearAreStackedAndMineIsOnTopAndDrawnLast() {
        var mine = new Given("番禺区", new BigDecimal("90"), true);

        var told = Distribution.of(List.of(of("125"), mine, of("90"), of("90.2")));

        assertThat(told.dots().getLast()).isEqualTo(new Dot(mine, 5, 5));
        assertThat(told.dots())
                .filteredOn(dot -> dot.x() == 5)
                .extracting(Dot::y)
                .containsExactly(25, 15, 5);
        assertThat(told.height()).isEqualTo(30);
    }

    @Test
    void equalTotalsStandInTheMiddleAndAHighStackIsPressedTogether() {
        // 23 dots and at most 120 high: a step of (120 - 10) / 22 = 5.
        var told = Distribution.of(Collections.nCopies(23, of("88.5")));

        assertThat(told.dots()).extracting(Dot::x).containsOnly(185);
        assertThat(told.dots()).extracting(Dot::y).startsWith(115, 110).endsWith(5);
        assertThat(told.height()).isEqualTo(120);
        assertThat(Objects.requireNonNull(told.axis()).single()).isTrue();
    }

    @Test
    void howeverManyAreEqualEachHasADot() {
        assertThat(Distribution.of(Collections.nCopies(500, of("1"))).dots())
                .hasSize(500)
                .allSatisfy(dot -> assertThat(dot.y()).isPositive());
    }

    @Test
    void oneUnitAloneStandsInTheMiddle() {
        assertThat(Distribution.of(List.of(of("70"))).dots()).containsExactly(new Dot(of("70"), 185, 5));
    }

    @Test
    void aUnitWithoutATotalIsCountedAndNotDrawn() {
        var told = Distribution.of(List.of(of("70"), of(null)));

        assertThat(told.dots()).hasSize(1);
        assertThat(told.open()).isEqualTo(1);
    }

    @Test
    void withoutAnyTotalThereIsNoAxis() {
        assertThat(Distribution.of(List.of())).isEqualTo(new Distribution(List.of(), null, 0, 0));
        assertThat(Distribution.of(List.of(of(null))).axis()).isNull();
    }

    private static Given of(@Nullable String total) {
        return new Given("甲", total == null ? null : new BigDecimal(total), false);
    }
}
