package pingheng.result.release.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pingheng.problem.Sentence;

class BarsTest {
    @Test
    void aBarIsAsLongOfTheWholeAsItsScoreIsOfItsMaximum() {
        // 15 of 20 are 210 of 280, the median 10 stands at 140; 1 of 4 are 70.
        var bars = Bars.of(List.of(given("15", "20", "10"), given("1", "4", null)));

        assertThat(bars.bars()).extracting(Bars.Bar::length).containsExactly(210, 70);
        assertThat(bars.bars()).extracting(Bars.Bar::median).containsExactly(140, null);
        assertThat(bars.bars()).extracting(Bars.Bar::top).containsExactly(0, 44);
        assertThat(bars.height()).isEqualTo(88);
    }

    @Test
    void lengthsAreRoundedToTheNearestAndNothingLeavesTheDrawing() {
        // 1/9 of 280 is 31.11, 5/9 is 155.56.
        var bars = Bars.of(
                List.of(given("1", "9", null), given("5", "9", null), given("-3", "7", "-1"), given("8", "7", "9")));

        assertThat(bars.bars()).extracting(Bars.Bar::length).containsExactly(31, 156, 0, 280);
        assertThat(bars.bars()).extracting(Bars.Bar::median).containsExactly(null, null, 0, 280);
    }

    @Test
    void withoutAnythingThereIsNothingToDrawAndAMaximumOfNothingIsNone() {
        assertThat(Bars.of(List.of()).height()).isZero();
        assertThatThrownBy(() -> given("0", "0", null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Bars.Given given(String score, String maximum, @Nullable String median) {
        return new Bars.Given(
                new Sentence("甲", "A"),
                new BigDecimal(score),
                new BigDecimal(maximum),
                median == null ? null : new BigDecimal(median));
    }
}
