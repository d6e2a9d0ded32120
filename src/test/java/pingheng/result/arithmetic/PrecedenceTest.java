package pingheng.result.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pingheng.result.arithmetic.Given.ROUNDING;
import static pingheng.result.arithmetic.Given.WHY;
import static pingheng.result.arithmetic.Given.scored;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;
import pingheng.result.arithmetic.Precedence.Counted;
import pingheng.round.Layer;
import pingheng.round.setting.OnSite;

class PrecedenceTest {
    private static final Outcome OPEN = new Outcome.Undecided(WHY);
    private static final Outcome NOT_APPLICABLE = new Outcome.NotApplicable(new Sentence("不适用", "does not apply"));
    private static final Judged REVIEWED = Judged.BY_NOBODY
            .with(Layer.SELF, scored("3"))
            .with(Layer.CITY, scored("2.5"))
            .with(Layer.PROVINCE, scored("2"));
    private static final Judged CHECKED = REVIEWED.with(Layer.ONSITE, scored("1.0000000001"));

    @Test
    void theLayerThatDecidesCounts() {
        assertCounts("3", counted(Layer.SELF, OnSite.REPLACE, REVIEWED), Layer.SELF);
        assertCounts("2.5", counted(Layer.CITY, OnSite.REPLACE, REVIEWED), Layer.CITY);
        assertCounts("2", counted(Layer.PROVINCE, OnSite.REPLACE, REVIEWED), Layer.PROVINCE);
        assertCounts("2", counted(Layer.PROVINCE, OnSite.AVERAGE, REVIEWED), Layer.PROVINCE);
    }

    @Test
    void anOnSiteCheckReplacesOrCountsNowhere() {
        assertCounts("1.0000000001", counted(Layer.PROVINCE, OnSite.REPLACE, CHECKED), Layer.ONSITE);
        assertCounts("2", counted(Layer.PROVINCE, OnSite.NONE, CHECKED), Layer.PROVINCE);
    }

    /** (2 + 1.0000000001) ÷ 2 = 1.50000000005, rounded once to 1.5000000001. */
    @Test
    void anAverageIsRoundedOnceToTheDecimalsOfAScore() {
        assertCounts("1.5000000001", counted(Layer.PROVINCE, OnSite.AVERAGE, CHECKED), Layer.PROVINCE, Layer.ONSITE);
    }

    @Test
    void aPointNobodyDecidedIsOpenAndSaysWhoOwesIt() {
        var counted = counted(Layer.PROVINCE, OnSite.REPLACE, Judged.BY_NOBODY.with(Layer.SELF, scored("3")));

        assertThat(counted.layers()).isEmpty();
        assertThat(counted.outcome())
                .isEqualTo(new Outcome.Undecided(
                        new Sentence("省级审核尚无结论", "the provincial review has not decided it yet")));
    }

    @Test
    void anOnSiteCheckReplacesEvenWhatWasNotDecidedButAnAverageNeedsBoth() {
        var onlyChecked = Judged.BY_NOBODY.with(Layer.ONSITE, scored("1"));

        assertCounts("1", counted(Layer.PROVINCE, OnSite.REPLACE, onlyChecked), Layer.ONSITE);
        assertThat(counted(Layer.PROVINCE, OnSite.AVERAGE, onlyChecked).outcome())
                .isInstanceOf(Outcome.Undecided.class);
        assertThat(counted(Layer.PROVINCE, OnSite.NONE, onlyChecked).outcome()).isInstanceOf(Outcome.Undecided.class);
    }

    @Test
    void thereIsNoAverageWithoutTwoScores() {
        assertAverage(scored("2"), NOT_APPLICABLE, Layer.ONSITE);
        assertAverage(scored("2"), OPEN, Layer.ONSITE);
        assertAverage(NOT_APPLICABLE, scored("1"), Layer.ONSITE);
        assertAverage(OPEN, scored("1"), Layer.PROVINCE);
    }

    @Test
    void aSurveyCountsAloneForItsPoints() {
        assertCounts(
                "0.5",
                counted(Layer.PROVINCE, OnSite.REPLACE, CHECKED.with(Layer.SURVEY, scored("0.5"))),
                Layer.SURVEY);
    }

    @Test
    void inspectorsAndSurveysCannotDecideEveryPoint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Precedence(Layer.ONSITE, OnSite.NONE))
                .withMessage("cannot decide every point: onsite");
        assertThatIllegalArgumentException().isThrownBy(() -> new Precedence(Layer.SURVEY, OnSite.NONE));
    }

    @Test
    void eachLayerIsKeptBesideTheOthers() {
        var judged = Judged.BY_NOBODY;
        for (var layer : Layer.values()) judged = judged.with(layer, by(layer));

        for (var layer : Layer.values()) {
            assertThat(judged.by(layer)).isEqualTo(by(layer));
            var rewritten = judged.with(layer, NOT_APPLICABLE);
            for (var other : Layer.values())
                assertThat(rewritten.by(other)).isEqualTo(other == layer ? NOT_APPLICABLE : judged.by(other));
        }
    }

    @Test
    void noScoreIsNegative() {
        assertThat(scored("0")).isEqualTo(new Outcome.Scored(BigDecimal.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> scored("-0.1")).withMessage("a negative score: -0.1");
    }

    private static Outcome by(Layer layer) {
        return new Outcome.Undecided(new Sentence(layer.zh(), layer.en()));
    }

    private static Counted counted(Layer decides, OnSite onsite, Judged judged) {
        return new Precedence(decides, onsite).counted(judged, ROUNDING);
    }

    private static void assertCounts(String score, Counted counted, Layer... layers) {
        assertThat(counted.outcome()).isEqualTo(scored(score));
        assertThat(counted.layers()).containsExactly(layers);
    }

    private static void assertAverage(Outcome decided, Outcome checked, Layer counts) {
        var judged = Judged.BY_NOBODY.with(Layer.PROVINCE, decided).with(Layer.ONSITE, checked);
        var counted = counted(Layer.PROVINCE, OnSite.AVERAGE, judged);

        assertThat(counted.outcome()).isSameAs(counts == Layer.ONSITE ? checked : decided);
        assertThat(counted.layers()).containsExactly(counts);
    }
}
