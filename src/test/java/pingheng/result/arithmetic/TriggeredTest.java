package pingheng.result.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pingheng.result.arithmetic.Given.ROUNDING;
import static pingheng.result.arithmetic.Given.WHY;
import static pingheng.result.arithmetic.Given.grade;
import static pingheng.result.arithmetic.Given.n;
import static pingheng.result.arithmetic.Given.point;

import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;
import pingheng.result.arithmetic.TotalResult.Total;
import pingheng.result.arithmetic.Triggered.Bonus;
import pingheng.result.arithmetic.Triggered.Cap;
import pingheng.result.arithmetic.Triggered.Downgrade;
import pingheng.result.arithmetic.Triggered.Veto;
import pingheng.round.setting.Credibility;

class TriggeredTest {
    private final Grades grades = new Grades(List.of(
            grade("90", "优秀", "excellent"),
            grade("80", "良好", "good"),
            grade("65", "合格", "passed"),
            grade("0", "不合格", "failed")));

    @Test
    void everyAdjustmentIsListedInTheDeclaredOrder() {
        var points = List.of(
                Given.checked("1.1", "50", "50", "45"),
                point("1.2", "40", "30"),
                point("1.3", 1, "10", new Outcome.NotApplicable(new Sentence("不适用", "does not apply"))));
        var triggered = List.of(
                new Downgrade("a_downgrade", 1, WHY),
                new Veto("b_veto", WHY),
                new Cap("c_cap", n("60"), WHY),
                new Bonus("d_bonus", n("3"), WHY));
        var method = new Totals(ROUNDING, List.of("1", "2"), Credibility.A, n("2"), grades);

        var total = (Total) method.of(points, DeliberationTest.of(1, 0, "4"), triggered);

        // The points award 80 of 90.
        assertThat(total.adjustments())
                .extracting(Adjustment::code, Adjustment::amount)
                .containsExactly(
                        step("not_applicable", "8.8888888889"), // 80 × 10 ÷ 90
                        step("credibility", "-8"), // 80 × 45 ÷ 50 − 80
                        step("d_bonus", "3"),
                        step("bonus_maximum", "-1"), // 2 − 3
                        step("deliberation", "4"), // now 86.8888888889
                        step("c_cap", "-26.8888888889"), // down to 60
                        step("b_veto", "-60"), // down to 0
                        step("a_downgrade", "0"));
        assertThat(total.value()).isZero();
        assertThat(total.grade()).isEqualTo(grades.lowest());
    }

    @Test
    void aBonusIsAddedWithItsReason() {
        var total = of("90", null, new Bonus("prize", n("1.5"), WHY), new Bonus("model", n("2"), WHY));

        assertThat(total.adjustments())
                .containsExactly(
                        new Adjustment("model", n("2.0000000000"), WHY),
                        new Adjustment("prize", n("1.5000000000"), WHY));
        assertThat(total.value()).isEqualByComparingTo("93.5");
    }

    /** 1.5 + 2 = 3.5, at most 3: 3 − 3.5 = −0.5. */
    @Test
    void whatBonusesExceedTheirMaximumByIsTakenBack() {
        var total = of("90", n("3"), new Bonus("prize", n("1.5"), WHY), new Bonus("model", n("2"), WHY));

        assertThat(total.adjustments().getLast())
                .isEqualTo(new Adjustment(
                        "bonus_maximum",
                        n("-0.5000000000"),
                        new Sentence("加分最多 3 分：3 − 3.5 = -0.5", "bonuses earn at most 3: 3 − 3.5 = -0.5")));
        assertThat(total.value()).isEqualByComparingTo("93");
    }

    @Test
    void bonusesThatReachTheirMaximumLoseNothing() {
        var total = of("90", n("3.5"), new Bonus("prize", n("1.5"), WHY), new Bonus("model", n("2"), WHY));

        assertThat(total.adjustments()).hasSize(2);
        assertThat(total.value()).isEqualByComparingTo("93.5");
    }

    @Test
    void aMaximumOfNothingTakesAllBonusesBack() {
        assertThat(of("90", n("0"), new Bonus("prize", n("1.5"), WHY)).value()).isEqualByComparingTo("90");
        assertThatIllegalArgumentException().isThrownBy(() -> of("90", n("-1"))).withMessage("a bonus of at most -1");
    }

    @Test
    void aCapTakesWhatLiesAboveIt() {
        var total = of("88.5", null, new Cap("grave_incident", n("79.9"), WHY));

        assertThat(total.adjustments()).containsExactly(new Adjustment("grave_incident", n("-8.6000000000"), WHY));
        assertThat(total.value()).isEqualByComparingTo("79.9");
    }

    @Test
    void aCapAboveTheTotalTakesNothingButIsListed() {
        var total = of("70", null, new Cap("grave_incident", n("79.9"), WHY));

        assertThat(total.adjustments()).containsExactly(new Adjustment("grave_incident", n("0.0000000000"), WHY));
        assertThat(total.value()).isEqualByComparingTo("70");
    }

    @Test
    void ofSeveralCapsTheLowestHolds() {
        assertThat(of("90", null, new Cap("a", n("60"), WHY), new Cap("b", n("80"), WHY))
                        .value())
                .isEqualByComparingTo("60");
        assertThat(of("90", null, new Cap("a", n("80"), WHY), new Cap("b", n("60"), WHY))
                        .value())
                .isEqualByComparingTo("60");
    }

    @Test
    void aVetoTakesEverythingAndGivesTheLowestGrade() {
        var total = of("95", null, new Veto("fraud", WHY), new Veto("illegal_entrance_exam", WHY));

        assertThat(total.adjustments())
                .extracting(Adjustment::code, Adjustment::amount)
                .containsExactly(step("fraud", "-95"), step("illegal_entrance_exam", "0"));
        assertThat(total.value()).isZero();
        assertThat(total.grade()).isEqualTo(grades.lowest());
    }

    @Test
    void aDowngradeLowersTheGradeAndLeavesTheTotal() {
        var once = of("95", null, new Downgrade("late", 1, WHY));
        var twice = of("95", null, new Downgrade("late", 1, WHY), new Downgrade("later", 1, WHY));

        assertThat(once.value()).isEqualByComparingTo("95");
        assertThat(once.adjustments()).containsExactly(new Adjustment("late", n("0.0000000000"), WHY));
        assertThat(once.grade()).isEqualTo(grade("80", "良好", "good"));
        assertThat(twice.grade()).isEqualTo(grade("65", "合格", "passed"));
    }

    @Test
    void withoutGradesNothingIsLowered() {
        var total = (Total)
                Given.PLAIN.of(List.of(point("1.1", "100", "95")), null, List.of(new Downgrade("late", 1, WHY)));

        assertThat(total.grade()).isNull();
        assertThat(total.value()).isEqualByComparingTo("95");
    }

    @Test
    void theGradeFollowsTheTotalAfterAllAdjustments() {
        assertThat(of("89.995", null).grade()).isEqualTo(grade("80", "良好", "good"));
        assertThat(of("89.995", null, new Bonus("prize", n("0.005"), WHY)).grade())
                .isEqualTo(grade("90", "优秀", "excellent"));
    }

    @Test
    void rulesThatWouldDoTheOppositeAreRefused() {
        assertThat(new Bonus("b", n("0"), WHY).value()).isZero();
        assertThat(new Cap("c", n("0"), WHY).value()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bonus("b", n("-1"), WHY))
                .withMessage("b: a negative bonus: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cap("c", n("-1"), WHY))
                .withMessage("c: a negative cap: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Downgrade("d", 0, WHY))
                .withMessage("d: lowered by 0");
    }

    private Total of(String score, @Nullable BigDecimal bonusMaximum, Triggered... triggered) {
        var method = new Totals(ROUNDING, List.of("1"), Credibility.OFF, bonusMaximum, grades);
        return (Total) method.of(List.of(point("1.1", "100", score)), null, List.of(triggered));
    }

    private static Tuple step(String code, String amount) {
        return Tuple.tuple(code, ROUNDING.score(n(amount)));
    }
}
