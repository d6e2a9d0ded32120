package pingheng.result.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pingheng.result.arithmetic.Given.ROUNDING;
import static pingheng.result.arithmetic.Given.n;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingheng.problem.Sentence;

class DeliberationTest {
    /** (4 + 4.5 + 5) ÷ 3 = 4.5; the recused member's chair is not a zero. */
    @Test
    void theMeanIsTakenOverTheMembersWhoMarked() {
        assertThat(of(3, 1, "4", "4.5", "5").mean(ROUNDING)).isEqualByComparingTo("4.5");
    }

    /** (4 + 4 + 5) ÷ 3 = 4.33333333333… */
    @Test
    void theMeanIsRoundedOnceToTheDecimalsOfAScore() {
        assertThat(of(1, 0, "4", "4", "5").mean(ROUNDING)).isEqualTo(n("4.3333333333"));
    }

    @Test
    void theRecusedDoNotCountTowardsTheQuorum() {
        assertThat(of(3, 0, "4", "4", "5").decided()).isTrue();
        assertThat(of(3, 2, "4", "4").decided()).isFalse();
        assertThat(of(3, 2, "4", "4").whyUndecided())
                .isEqualTo(new Sentence("合议只有 2 人打分，法定 3 人", "only 2 marked in the deliberation, the quorum is 3"));
    }

    @Test
    void theAdjustmentShowsItsWorking() {
        assertThat(of(3, 1, "4", "4.50", "5").adjustment(ROUNDING))
                .isEqualTo(new Adjustment(
                        "deliberation",
                        n("4.5000000000"),
                        new Sentence(
                                "合议：3 人打分，1 人回避，平均 13.5 ÷ 3 = 4.5",
                                "deliberation: 3 marked, 1 recused, mean 13.5 ÷ 3 = 4.5")));
    }

    @Test
    void marksLieBetweenZeroAndTheMaximum() {
        assertThat(of(1, 0, "0", "5").mean(ROUNDING)).isEqualByComparingTo("2.5");
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, 0, "5.1")).withMessage("not between 0 and 5: 5.1");
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, 0, "-0.1"));
    }

    @Test
    void aQuorumIsAtLeastOneMember() {
        assertThat(of(1, 0).decided()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> of(0, 0, "4")).withMessage("a quorum of 0");
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, -1, "4")).withMessage("recused: -1");
    }

    static Deliberation of(int quorum, int recused, String... marks) {
        return new Deliberation(n("5"), quorum, Stream.of(marks).map(Given::n).toList(), recused);
    }
}
