package pingheng.result.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pingheng.result.arithmetic.Given.PLAIN;
import static pingheng.result.arithmetic.Given.WHY;
import static pingheng.result.arithmetic.Given.n;
import static pingheng.result.arithmetic.Given.point;
import static pingheng.result.arithmetic.Given.scored;

import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;
import pingheng.result.arithmetic.TotalResult.Aspect;
import pingheng.result.arithmetic.TotalResult.Missing;
import pingheng.result.arithmetic.TotalResult.Total;
import pingheng.result.arithmetic.TotalResult.Undecided;

class TotalsTest {
    private static final Outcome NOT_APPLICABLE = new Outcome.NotApplicable(new Sentence("不适用", "does not apply"));
    private static final Outcome TOO_SMALL = new Outcome.Undecided(new Sentence("样本不足", "sample too small"));

    /** Aspect 1: 2 + 1.5 = 3.5 of 4; aspect 2: 0.3333333333 of 1; aspect 3 has no points; in all 3.8333333333. */
    @Test
    void aTotalIsTheExactSumOfItsAspects() {
        var total =
                total(point("1.1", "2", "2"), point("2.1", 1, "1", scored("0.3333333333")), point("1.2", "2", "1.5"));

        assertThat(total.aspects())
                .containsExactly(
                        new Aspect("1", n("4"), n("3.5000000000")),
                        new Aspect("2", n("1"), n("0.3333333333")),
                        new Aspect("3", n("0"), n("0.0000000000")));
        assertThat(total.adjustments()).isEmpty();
        assertThat(total.value()).isEqualTo(n("3.8333333333"));
        assertThat(total.grade()).isNull();
    }

    /** Thirds of a point are 0.3333333333 each, so three make 0.9999999999: exact, and a place sees eight decimals. */
    @Test
    void sumsAreNotRoundedAgain() {
        var total = total(
                point("1.1", "1", "0.3333333333"),
                point("1.2", "1", "0.3333333333"),
                point("1.3", "1", "0.3333333333"));

        assertThat(total.value()).isEqualTo(n("0.9999999999"));
    }

    /** 85 of 94 points awarded, 6 do not apply: 85 × 6 ÷ 94 = 5.42553191489… → 5.4255319149; 90.4255319149 in all. */
    @Test
    void pointsThatDoNotApplyEarnWhatTheOthersDo() {
        var total = total(
                point("1.1", "94", "85"), point("2.1", 1, "4", NOT_APPLICABLE), point("3.1", 2, "2", NOT_APPLICABLE));

        assertThat(total.adjustments())
                .containsExactly(new Adjustment(
                        "not_applicable",
                        n("5.4255319149"),
                        new Sentence(
                                "不适用 6 分，按其余 94 分的得分折算：85 × 6 ÷ 94 = 5.4255319149",
                                "6 points do not apply and earn as the other 94 do: 85 × 6 ÷ 94 = 5.4255319149")));
        assertThat(total.value()).isEqualTo(n("90.4255319149"));
        assertThat(total.aspects().get(1)).isEqualTo(new Aspect("2", n("4"), n("0.0000000000")));
    }

    @Test
    void aUnitWithAnOpenPointHasNoTotal() {
        var standing = PLAIN.of(
                List.of(
                        point("1.1", "2", "2"),
                        point("7.1", 2, "3", TOO_SMALL),
                        point("7.2", 2, "3", new Outcome.Undecided(WHY))),
                null,
                List.of());

        assertThat(standing)
                .isEqualTo(new Undecided(List.of(
                        new Missing("7.1", new Sentence("样本不足", "sample too small")), new Missing("7.2", WHY))));
    }

    @Test
    void aDeliberationBelowItsQuorumLeavesTheUnitUndecided() {
        var deliberation = DeliberationTest.of(2, 1, "4");
        var open = PLAIN.of(List.of(point("1.1", 0, "2", TOO_SMALL)), deliberation, List.of());
        var decided = PLAIN.of(List.of(point("1.1", "2", "2")), deliberation, List.of());

        assertThat(decided).isEqualTo(new Undecided(List.of(new Missing("deliberation", deliberation.whyUndecided()))));
        assertThat(((Undecided) open).missing()).extracting(Missing::code).containsExactly("1.1", "deliberation");
    }

    @Test
    void aUnitToWhichNothingAppliesHasNoTotal() {
        var standing = PLAIN.of(
                List.of(point("1.1", 0, "2", NOT_APPLICABLE), point("1.2", 0, "1", NOT_APPLICABLE)), null, List.of());

        assertThat(((Undecided) standing).missing()).extracting(Missing::code).containsExactly("1.1", "1.2");
        assertThat(((Undecided) standing).missing().getFirst().why().en()).isEqualTo("no point applies to the unit");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PLAIN.of(List.of(), null, List.of()))
                .withMessage("no points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> total(point("1.1", "2", "0.33333333333")))
                .withMessageStartingWith("not rounded");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> total(point("1.1", 3, "2", scored("1"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> point("1.1", "2", "2.1"))
                .withMessage("1.1 of at most 2: Scored[score=2.1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> point("1.1", "0", "0"))
                .withMessage("1.1 of 0 points");
    }

    @Test
    void aTotalThatIsNotWhatItListsCannotBeMade() {
        var aspects = List.of(new Aspect("1", n("4"), n("3.5")));
        var adjustments = List.of(new Adjustment("cap", n("-0.5"), WHY));

        assertThat(new Total(aspects, adjustments, n("3.00"), null).value()).isEqualByComparingTo("3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Total(aspects, adjustments, n("3.5"), null))
                .withMessage("3.5 listed as 3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Undecided(List.of()))
                .withMessage("nothing is missing");
    }

    private static Total total(PointScore... points) {
        return (Total) PLAIN.of(List.of(points), null, List.of());
    }
}
