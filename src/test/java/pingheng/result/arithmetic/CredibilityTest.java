package pingheng.result.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pingheng.result.arithmetic.Given.ROUNDING;
import static pingheng.result.arithmetic.Given.checked;
import static pingheng.result.arithmetic.Given.n;
import static pingheng.result.arithmetic.Given.point;
import static pingheng.result.arithmetic.Given.scored;
import static pingheng.result.arithmetic.Given.totals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;
import pingheng.round.Layer;
import pingheng.round.setting.Credibility;
import pingheng.value.PointCode;

/** The check of the three methods offered: self-scores of 96 in all, 20 + 10 of them checked as 18 + 11. */
class CredibilityTest {
    private static final List<PointScore> UNIT =
            List.of(checked("1.1", "20", "20", "18"), checked("1.2", "11", "10", "11"), point("1.3", "69", "66"));

    /** (18 + 11) ÷ (20 + 10) = 29 ÷ 30; 96 × 29 ÷ 30 = 92.8; 92.8 − 96 = −3.2. */
    @Test
    void methodAComparesTheSums() {
        assertCorrected(
                Credibility.A,
                UNIT,
                "92.8",
                new Sentence(
                        "自评可信度（A）：96 × 29 ÷ 30 = 92.8；92.8 − 96 = -3.2",
                        "credibility (A): 96 × 29 ÷ 30 = 92.8; 92.8 − 96 = -3.2"));
    }

    /** 1 − (|20 − 18| + |10 − 11|) ÷ 30 = 27 ÷ 30; 96 × 27 ÷ 30 = 86.4; 86.4 − 96 = −9.6. */
    @Test
    void methodBCountsErrorsInEitherDirection() {
        assertCorrected(
                Credibility.B,
                UNIT,
                "86.4",
                new Sentence(
                        "自评可信度（B）：96 × 27 ÷ 30 = 86.4；86.4 − 96 = -9.6",
                        "credibility (B): 96 × 27 ÷ 30 = 86.4; 86.4 − 96 = -9.6"));
    }

    /** 20 × 29 ÷ 30 = 19.33333333333…, 10 × 29 ÷ 30 = 9.66666666666…, 66 × 29 ÷ 30 = 63.8: rounded each, 92.8 in all. */
    @Test
    void methodCCorrectsPointByPoint() {
        assertCorrected(
                Credibility.C,
                UNIT,
                "92.8",
                new Sentence(
                        "自评可信度（C）：每个观测点得分 × 29 ÷ 30，不超过该点满分；92.8 − 96 = -3.2",
                        "credibility (C): the score of each point × 29 ÷ 30, at most its maximum; 92.8 − 96 = -3.2"));
    }

    /** Checked as 6 instead of 5, the factor is 6 ÷ 5: 5 → 6, 9 → 10.8 but at most 10, 0 → 0; 16 − 14 = 2. */
    @Test
    void methodCNeverExceedsAPointsMaximum() {
        var modest = List.of(checked("1.1", "10", "5", "6"), point("1.2", "10", "9"), point("1.3", "5", "0"));

        assertThat(correction(Credibility.C, modest).amount()).isEqualByComparingTo("2");
        // 14 × 6 ÷ 5 = 16.8; 16.8 − 14 = 2.8
        assertThat(correction(Credibility.A, modest).amount()).isEqualByComparingTo("2.8");
    }

    /** |4 − 10| ÷ 4 = 1.5, so 1 − 1.5 < 0 counts 0 and takes everything: 4 + 6 = 10. */
    @Test
    void aFactorBelowZeroCountsZero() {
        var wild = List.of(checked("1.1", "10", "4", "10"), point("1.2", "10", "6"));

        assertThat(correction(Credibility.B, wild).amount()).isEqualByComparingTo("-10");
        assertThat(Factor.of(Credibility.B, wild)).contains(new Factor(n("0"), n("4")));
    }

    /** 10 × 1 ÷ 3 = 3.33333333333… → 3.3333333333; 3.3333333333 − 10 = −6.6666666667. */
    @Test
    void theCorrectedSumIsRoundedOnce() {
        assertThat(correction(Credibility.A, List.of(checked("1.1", "3", "3", "1"), point("1.2", "7", "7")))
                        .amount())
                .isEqualTo(n("-6.6666666667"));
    }

    @Test
    void pointsThatDoNotApplyAreNotCorrected() {
        var unit = List.of(
                checked("1.1", "20", "20", "10"),
                Given.point("1.2", 0, "5", new Outcome.NotApplicable(new Sentence("不适用", "does not apply"))));

        // The ten points of credibility only: 20 × 10 ÷ 20 − 20; what the other five earn is listed before.
        assertThat(correction(Credibility.C, unit).amount()).isEqualByComparingTo("-10");
    }

    /** Of three points checked only the first has two scores: 18 ÷ 20. */
    @Test
    void theSampleIsThePointsScoredBySelfAndOnSite() {
        var open = new Outcome.Undecided(Given.WHY);
        var unit = List.of(
                checked("1.1", "20", "20", "18"),
                new PointScore(new PointCode("1.2"), 0, n("5"), scored("5"), Given.sample(scored("5"), open)),
                new PointScore(
                        new PointCode("1.3"),
                        0,
                        n("5"),
                        scored("5"),
                        Given.sample(new Outcome.NotApplicable(new Sentence("不适用", "does not apply")), scored("1"))),
                new PointScore(
                        new PointCode("1.4"), 0, n("5"), scored("5"), Judged.BY_NOBODY.with(Layer.SELF, scored("5"))));

        assertThat(Factor.of(Credibility.A, unit)).contains(new Factor(n("18"), n("20")));
        assertThat(Factor.of(Credibility.B, unit)).contains(new Factor(n("18"), n("20")));
    }

    @Test
    void withoutASampleNothingIsCorrectedAndTheListSaysSo() {
        for (var unit : List.of(List.of(point("1.1", "10", "9")), List.of(checked("1.1", "10", "0", "3"))))
            for (var method : List.of(Credibility.A, Credibility.B, Credibility.C)) {
                var correction = correction(method, unit);
                assertThat(correction.amount()).isZero();
                assertThat(correction.why().zh()).isEqualTo("自评可信度：没有抽查过的自评得分，不作修正");
                assertThat(Factor.of(method, unit)).isEmpty();
            }
    }

    @Test
    void offCorrectsNothing() {
        var total = (TotalResult.Total) totals(Credibility.OFF).of(UNIT, null, List.of());

        assertThat(total.value()).isEqualByComparingTo("96");
        assertThat(total.adjustments()).isEmpty();
        assertThat(Factor.of(Credibility.OFF, UNIT)).isEmpty();
    }

    @Test
    void theRatioCanBeShownWhereNothingIsCorrected() {
        var factor = Factor.of(Credibility.A, UNIT).orElseThrow();

        assertThat(factor).isEqualTo(new Factor(n("29"), n("30")));
        assertThat(factor.times(n("100"), new Rounding(2, 2))).isEqualTo(n("96.67"));
    }

    @Test
    void aFactorIsAFractionOfSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Factor(n("-1"), n("1")))
                .withMessage("-1 of 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Factor(n("0"), n("0")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Factor(n("1"), n("-1")));
    }

    /** The sample is measured by the self-score even where another layer's score counts: 18 × 18 ÷ 20 = 16.2. */
    @Test
    void theSampleIsMeasuredByTheSelfScoreWhateverCounts() {
        var unit = List.of(new PointScore(
                new PointCode("1.1"), 0, n("20"), scored("18"), Given.sample(scored("20"), scored("18"))));

        assertThat(correction(Credibility.A, unit).amount()).isEqualByComparingTo("-1.8");
    }

    private static Adjustment correction(Credibility method, List<PointScore> unit) {
        var total = (TotalResult.Total) totals(method).of(unit, null, List.of());
        var correction = total.adjustments().getLast();
        assertThat(correction.code()).isEqualTo("credibility");
        return correction;
    }

    private static void assertCorrected(Credibility method, List<PointScore> unit, String value, Sentence why) {
        var total = (TotalResult.Total) totals(method).of(unit, null, List.of());

        assertThat(total.value()).isEqualByComparingTo(value);
        assertThat(total.adjustments())
                .containsExactly(new Adjustment("credibility", ROUNDING.score(n(value).subtract(n("96"))), why));
    }
}
