package pingheng.framework.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;

/** Each kind of rule at each of its boundaries, worked by hand. */
class RuleTest {
    @ParameterizedTest
    @CsvSource({
        // 4 elements at 0.5: met, half met, not met
        "1 1 1 1, 2",
        "1 0.5 1 1, 1.75", // 0.5 + 0.25 + 0.5 + 0.5
        "0 0 0 0, 0",
        "0.5 0.5 0.5 0.5, 1"
    })
    void elementsEarnTheirPoints(String marks, String expected) {
        var half = Exact.of("0.5");
        assertThat(judged(new Rule.Elements(List.of(half, half, half, half)), "2", marks))
                .isEqualTo(Exact.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0 0, 2",
        "1 0, 1.5", // 2 - 0.5
        "1 3, 0.9", // 2 - 0.5 - 3 x 0.2
        "4 0, 0", // 2 - 4 x 0.5
        "4 1, 0" // down to zero, never below (扣完为止)
    })
    void deductionsStopAtZero(String marks, String expected) {
        assertThat(judged(new Rule.Deductions(List.of(Exact.of("0.5"), Exact.of("0.2"))), "2", marks))
                .isEqualTo(Exact.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 2", "1, 1.5", "3, 0.5", "4, 0", "5, 0"}) // 2 - 0.5 x missed
    void countedDeductionsTakeHalfAPointForEachLevelMissed(String value, String expected) {
        assertThat(scored(new Rule.Counted(Exact.of("0.5")), "2", value)).isEqualTo(Exact.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        // teachers' pay against civil servants': >= 1 full, 0.98 to 1 half, below nothing
        "1.0000000001, 3",
        "1, 3",
        "0.9999999999, 1.5",
        "0.98, 1.5",
        "0.9799999999, 0"
    })
    void aThresholdGivesAllOrHalfOrNothing(String value, String expected) {
        var rule = new Rule.Threshold(Limit.parse(">= 1"), List.of(step(">= 0.98", "1.5")));
        assertThat(scored(rule, "3", value)).isEqualTo(Exact.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"-0.6, 2", "-0.5, 2", "-0.4999, 1", "0, 1", "0.0001, 0"})
    void aThresholdMayLookDown(String change, String expected) {
        // short-sightedness: a fall of 0.5 points or more is full, a smaller fall or no change half, a rise nothing
        var rule = new Rule.Threshold(Limit.parse("<= -0.5%"), List.of(step("<= 0%", "1")));
        assertThat(scored(rule, "2", change)).isEqualTo(Exact.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"66, 0", "65.9999, 1", "0, 1"})
    void aStrictLineExcludesItsOwnValue(String value, String expected) {
        assertThat(scored(new Rule.Threshold(Limit.parse("< 66"), List.of()), "1", value))
                .isEqualTo(Exact.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        // full at 95, nothing at 90: (value - 90) / 5 x 1.5
        "100, 1.5",
        "95.01, 1.5",
        "95, 1.5",
        "94.99, 1.497", // 4.99/5 x 1.5
        "94, 1.2", // 4/5 x 1.5
        "92.5, 0.75", // half way
        "90.01, 0.003", // 0.01/5 x 1.5
        "90, 0",
        "89.99, 0",
        "80, 0"
    })
    void linearFallsStraight(String value, String expected) {
        assertThat(scored(new Rule.Linear(Limit.parse(">= 95%"), Limit.parse("<= 90%")), "1.5", value))
                .isEqualTo(Exact.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "1.01, 1.995", "2, 1.5", "3, 1", "4.99, 0.005", "5, 0", "7, 0"})
    void linearMayCountDownwards(String value, String expected) {
        // large classes: full up to 1 %, nothing from 5 %: (5 - value) / 4 x 2
        assertThat(scored(new Rule.Linear(Limit.parse("<= 1%"), Limit.parse(">= 5%")), "2", value))
                .isEqualTo(Exact.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        // 2 - 0.2 x (95 - value), down to zero after 10 points
        "96, 2",
        "95, 2",
        "94.99, 1.998", // 2 - 0.2 x 0.01
        "94.5, 1.9",
        "94, 1.8",
        "85.01, 0.002", // 2 - 0.2 x 9.99
        "85, 0",
        "80, 0"
    })
    void perPointTakesSoMuchForEachPercentagePoint(String value, String expected) {
        assertThat(scored(new Rule.PerPoint(Limit.parse(">= 95%"), Exact.of("0.2")), "2", value))
                .isEqualTo(Exact.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 1", "2.01, 0.9975", "3, 0.75", "5.99, 0.0025", "6, 0", "9, 0"})
    void perPointMayCountWhatIsTooMuch(String value, String expected) {
        assertThat(scored(new Rule.PerPoint(Limit.parse("<= 2%"), Exact.of("0.25")), "1", value))
                .isEqualTo(Exact.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "120, 2",
        "85.01, 2",
        "85, 2",
        "76.5, 1.8", // 0.9 x 2
        "68, 1.6", // 0.8 x 2
        "0.085, 0.002",
        "0, 0",
        "-5, 0"
    })
    void proportionalIsValueOverTarget(String value, String expected) {
        // value / 85 x 2, at most 2 and at least 0
        assertThat(scored(new Rule.Proportional(Limit.parse(">= 85%")), "2", value))
                .isEqualTo(Exact.of(expected));
    }

    @Test
    void proportionalKeepsTheExactFraction() {
        // 70 / 85 x 2 = 28/17: no decimal says it
        assertThat(scored(new Rule.Proportional(Limit.parse(">= 85%")), "2", "70"))
                .isEqualTo(Exact.of("28/17"));
    }

    @ParameterizedTest
    @CsvSource({
        // 8 units: a quarter is 2 places, a half 4, three quarters 6
        "1, 8, 10",
        "2, 8, 10",
        "3, 8, 8",
        "4, 8, 8",
        "5, 8, 6",
        "6, 8, 6",
        "7, 8, 4",
        "8, 8, 4",
        // 3 units: 1 x 100 > 25 x 3, so nobody is in the first quarter
        "1, 3, 8",
        "2, 3, 6",
        "3, 3, 4"
    })
    void rankLooksAtTheShareOfUnits(int place, int units, String expected) {
        var rule = new Rule.Rank(true, List.of(tier(25, 10), tier(50, 8), tier(75, 6), tier(100, 4)));
        assertThat(rule.score(Exact.of(10)).number(new Given(Exact.ZERO, new Placing(place, units), List.of())))
                .isEqualTo(Exact.of(expected));
    }

    @Test
    void thoseWhoShareAPlaceShareItsTier() {
        // of 8 units two share place 2: both are in the first quarter (2 x 100 <= 25 x 8), the next is 4th, the 5th
        // beyond the last tier
        var rule = new Rule.Rank(false, List.of(tier(25, 10), tier(50, 8)));
        var earned = List.of(1, 2, 2, 4, 5).stream()
                .map(place -> rule.score(Exact.of(10))
                        .number(new Given(Exact.ZERO, new Placing(place, 8), List.of()))
                        .toString())
                .toList();
        assertThat(earned).containsExactly("10", "10", "10", "8", "0");
    }

    @Test
    void bandsAreJudged() {
        assertThat(judged(new Rule.Bands(List.of(band(8, 10), band(4, 7), band(1, 3))), "10", "7.5"))
                .isEqualTo(Exact.of("7.5"));
    }

    @Test
    void tiersThatOverlapAreRefused() {
        var full = Limit.parse(">= 1");
        assertThatThrownBy(() -> new Rule.Threshold(full, List.of(step(">= 1", "1"))))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Threshold(full, List.of(step(">= 1.1", "1"))))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Threshold(full, List.of(step("<= 0.5", "1"))))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Threshold(full, List.of(step(">= 0.9", "1"), step(">= 0.8", "1"))))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Threshold(full, List.of(step(">= 0.9", "1"), step(">= 0.9", "0.5"))))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Threshold(Limit.parse("<= 1"), List.of(step("<= 0.9", "1"))))
                .isInstanceOf(Malformed.class);
        assertThat(new Rule.Threshold(full, List.of(step(">= 0.9", "1"), step(">= 0.8", "0.5"))).limits())
                .hasSize(3);
    }

    @Test
    void aTargetEqualToTheFloorIsRefused() {
        assertThatThrownBy(() -> new Rule.Linear(Limit.parse(">= 90%"), Limit.parse("<= 90%")))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Linear(Limit.parse(">= 90%"), Limit.parse("<= 95%")))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Linear(Limit.parse("<= 5%"), Limit.parse(">= 1%")))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void aStrictLineIsForThresholdsOnly() {
        var strict = Limit.parse("> 85%");
        var low = Limit.parse("< 90%");
        assertThatThrownBy(() -> new Rule.Linear(strict, Limit.parse("<= 60%"))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Linear(Limit.parse(">= 95%"), low)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.PerPoint(strict, Exact.ONE)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Proportional(strict)).isInstanceOf(Malformed.class);
    }

    @Test
    void aProportionNeedsATargetAboveZero() {
        assertThatThrownBy(() -> new Rule.Proportional(Limit.parse(">= 0%"))).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Proportional(Limit.parse("<= 5%"))).isInstanceOf(Malformed.class);
    }

    @Test
    void ranksThatOverlapAreRefused() {
        refusedRank(tier(0, 10));
        refusedRank(tier(101, 10));
        refusedRank(tier(25, 10), tier(25, 8));
        refusedRank(tier(25, 10), tier(20, 8));
        refusedRank(tier(25, 10), tier(50, 10));
        refusedRank(tier(25, 8), tier(50, 10));
        assertThat(new Rule.Rank(false, List.of(tier(100, 1))).high()).contains(false);
    }

    @Test
    void bandsThatOverlapAreRefused() {
        refusedBands(band(10, 8));
        refusedBands(band(8, 10), band(4, 8));
        refusedBands(band(4, 7), band(8, 10));
        assertThat(new Rule.Bands(List.of(band(5, 5), band(1, 4))).marks()).isEqualTo(1);
    }

    @Test
    void aRuleSaysWhichWayIsBetterAndWhatItNeeds() {
        var high = Limit.parse(">= 95%");
        var low = Limit.parse("<= 5%");
        assertThat(new Rule.Threshold(high, List.of()).high()).contains(true);
        assertThat(new Rule.Threshold(low, List.of()).high()).contains(false);
        assertThat(new Rule.Linear(low, Limit.parse(">= 9%")).high()).contains(false);
        assertThat(new Rule.Linear(high, Limit.parse("<= 9%")).limits()).hasSize(2);
        assertThat(new Rule.PerPoint(low, Exact.ONE).high()).contains(false);
        assertThat(new Rule.PerPoint(high, Exact.ONE).limits()).containsExactly(high);
        assertThat(new Rule.Proportional(high).high()).contains(true);
        assertThat(new Rule.Proportional(high).limits()).containsExactly(high);
        assertThat(new Rule.Counted(Exact.ONE).high()).contains(false);
        assertThat(new Rule.Counted(Exact.ONE).needsValue()).isTrue();
        assertThat(new Rule.Rank(true, List.of(tier(100, 1))).high()).contains(true);
        assertThat(new Rule.Elements(List.of(Exact.ONE)).high()).isEmpty();
        assertThat(new Rule.Elements(List.of(Exact.ONE)).needsValue()).isFalse();
        assertThat(new Rule.Elements(List.of(Exact.ONE)).limits()).isEmpty();
        assertThat(new Rule.Deductions(List.of(Exact.ONE, Exact.ONE)).marks()).isEqualTo(2);
    }

    private static Exact scored(Rule rule, String points, String value) {
        return rule.score(Exact.of(points)).number(new Given(Exact.of(value), Placing.NONE, List.of()));
    }

    private static Exact judged(Rule rule, String points, String marks) {
        var given = Arrays.stream(marks.split(" ")).map(Exact::of).toList();
        assertThat(given).hasSize(rule.marks());
        return rule.score(Exact.of(points)).number(new Given(Exact.ZERO, Placing.NONE, given));
    }

    private static Rule.Step step(String limit, String points) {
        return new Rule.Step(Limit.parse(limit), Exact.of(points));
    }

    private static Rule.Tier tier(int to, int points) {
        return new Rule.Tier(Exact.of(to), Exact.of(points));
    }

    private static Rule.Band band(int from, int to) {
        return new Rule.Band(Exact.of(from), Exact.of(to));
    }

    private static void refusedRank(Rule.Tier... tiers) {
        assertThatThrownBy(() -> new Rule.Rank(true, List.of(tiers))).isInstanceOf(Malformed.class);
    }

    private static void refusedBands(Rule.Band... bands) {
        assertThatThrownBy(() -> new Rule.Bands(List.of(bands))).isInstanceOf(Malformed.class);
    }
}
