package pingheng.framework.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Sample;

class PointRuleTest {
    private final Sample figures = new Sample();

    @Test
    void aThirdOfAPointSpreadOverWhatAppliesMakesThePointWhole() {
        // 5 levels at 0.5; two do not exist. Each of the three others earns 0.5 and then 0.5 x 2.5/1.5 = 5/6; 3 x 5/6 =
        // 2.5
        figures.with("a", "1").with("b", "1").with("c", "1").with("d", "0").with("e", "0");
        var rule = new PointRule(Exact.of("2.5"), List.of(level("a"), level("b"), level("c"), level("d"), level("e")));

        assertThat(score(rule)).isEqualTo(new Outcome.Scored(new BigDecimal("2.5000000000")));
    }

    @Test
    void twoThirdsMaySpreadOverAThird() {
        // 3 levels share 2 points, 2/3 each; one does not exist, one fails: 2/3 x 2 / (4/3) = 1
        figures.with("a", "1").with("b", "2").with("c", "0");
        var share = Exact.of("2/3");
        var rule = new PointRule(Exact.of(2), List.of(level("a", share), level("b", share), level("c", share)));

        assertThat(score(rule)).isEqualTo(new Outcome.Scored(new BigDecimal("1.0000000000")));
    }

    @Test
    void thirdsOfAPointThatAllApplyMakeItWhole() {
        figures.with("a", "1").with("b", "1").with("c", "1");
        var third = Exact.of("1/3");
        var rule = new PointRule(Exact.ONE, List.of(level("a", third), level("b", third), level("c", third)));

        assertThat(score(rule)).isEqualTo(new Outcome.Scored(new BigDecimal("1.0000000000")));
    }

    @Test
    void aSpreadThirdIsRoundedOnce() {
        // of three levels that apply two pass: 2 x 0.5 x 2.5/1.5 = 1.666… -> 1.6666666667
        figures.with("a", "1").with("b", "2").with("c", "1").with("d", "0").with("e", "0");
        var rule = new PointRule(Exact.of("2.5"), List.of(level("a"), level("b"), level("c"), level("d"), level("e")));

        assertThat(score(rule)).isEqualTo(new Outcome.Scored(new BigDecimal("1.6666666667")));
    }

    @Test
    void theEleventhDecimalRoundsHalfUp() {
        figures.with("a", "0.00000000005");
        assertThat(score(new PointRule(Exact.ONE, List.of(proportional("a", null)))))
                .isEqualTo(new Outcome.Scored(new BigDecimal("0.0000000001")));
        figures.with("a", "0.000000000049");
        assertThat(score(new PointRule(Exact.ONE, List.of(proportional("a", null)))))
                .isEqualTo(new Outcome.Scored(new BigDecimal("0.0000000000")));
    }

    @Test
    void aPointWithoutAnyPartThatAppliesIsNotApplicable() {
        figures.with("a", "0");
        assertThat(score(new PointRule(Exact.of("0.5"), List.of(level("a")))))
                .isInstanceOf(Outcome.NotApplicable.class);
    }

    @Test
    void aMissingFigureLeavesThePointUndecidedAndIsNamed() {
        assertThat(score(new PointRule(Exact.ONE, List.of(proportional("a", null)))))
                .isInstanceOfSatisfying(Outcome.Undecided.class, open -> {
                    assertThat(open.why().en()).contains("“a”");
                    assertThat(open.why().zh()).contains("「a」");
                });
    }

    @Test
    void aSampleTooSmallIsNoScore() {
        figures.with("a", "1").with("valid", "399");
        var needs = new Part.Conditions(null, figures.parse("valid >= 400"), null, null);
        var rule = new PointRule(Exact.ONE, List.of(proportional("a", needs)));

        assertThat(score(rule))
                .isInstanceOfSatisfying(
                        Outcome.Undecided.class,
                        open -> assertThat(open.why().en()).contains("valid >= 400"));

        figures.with("valid", "400");
        assertThat(score(rule)).isEqualTo(new Outcome.Scored(new BigDecimal("1.0000000000")));
    }

    @Test
    void whatForbidsAScoreIsAskedBeforeWhatGrantsIt() {
        figures.with("a", "0.5").with("is_bad", "1").with("is_good", "1");
        var rule = new PointRule(
                Exact.ONE,
                List.of(proportional(
                        "a", new Part.Conditions(null, null, figures.parse("is_bad"), figures.parse("is_good")))));

        assertThat(score(rule)).isEqualTo(new Outcome.Scored(new BigDecimal("0.0000000000")));
        figures.with("is_bad", "0");
        assertThat(score(rule)).isEqualTo(new Outcome.Scored(new BigDecimal("1.0000000000")));
        figures.with("is_good", "0");
        assertThat(score(rule)).isEqualTo(new Outcome.Scored(new BigDecimal("0.5000000000")));
    }

    @Test
    void whatOverridesTheRuleNeedsNoValue() {
        figures.with("is_bad", "1").with("is_good", "0");
        var forbidden = new Part.Conditions(null, null, figures.parse("is_bad"), null);
        var granted = new Part.Conditions(null, null, figures.parse("is_good"), figures.parse("is_bad"));

        assertThat(score(new PointRule(Exact.ONE, List.of(proportional("a", forbidden)))))
                .isEqualTo(new Outcome.Scored(new BigDecimal("0.0000000000")));
        assertThat(score(new PointRule(Exact.ONE, List.of(proportional("a", granted)))))
                .isEqualTo(new Outcome.Scored(new BigDecimal("1.0000000000")));
    }

    @Test
    void aPartThatDoesNotApplyAsksNothingFurther() {
        // nothing but the condition itself is reported; the other part carries the whole point: 0.5 x 2 / 1 = 1
        figures.with("a", "0.5").with("is_there", "0");
        var absent =
                new Part.Conditions(figures.parse("is_there"), figures.parse("no > 1"), figures.parse("no > 1"), null);
        var rule = new PointRule(Exact.of(2), List.of(proportional("a", null), proportional("b", absent)));

        assertThat(score(rule)).isEqualTo(new Outcome.Scored(new BigDecimal("1.0000000000")));
    }

    @Test
    void aConditionThatCannotBeAnsweredLeavesThePointUndecided() {
        figures.with("a", "0.5");
        var asked = new Part.Conditions(figures.parse("previous(open) > 0"), null, null, null);

        assertThat(score(new PointRule(Exact.ONE, List.of(proportional("a", asked)))))
                .isInstanceOfSatisfying(
                        Outcome.Undecided.class,
                        open -> assertThat(open.why().en()).isEqualTo("“previous(open)” has not been reported"));
    }

    @Test
    void aUnitThatWasNotPlacedIsNotTheFirst() {
        figures.with("r", "7");
        assertThat(score(new PointRule(Exact.of(2), List.of(rank("r", 0)))))
                .isInstanceOfSatisfying(
                        Outcome.Undecided.class,
                        open -> assertThat(open.why().en()).contains("“place”"));
    }

    @Test
    void marksOfAPartThatDoesNotApplyArePassedOver() {
        // the first part takes two marks and does not exist; the second earns 1 x 2 of its 2, which are all 4
        figures.with("is_there", "0");
        var absent = new Part.Conditions(figures.parse("is_there"), null, null, null);
        var rule = new PointRule(
                Exact.of(4),
                List.of(
                        new Part("a", Exact.of(2), new Rule.Elements(List.of(Exact.ONE, Exact.ONE)), null, absent),
                        new Part(
                                "b",
                                Exact.of(2),
                                new Rule.Elements(List.of(Exact.of(2))),
                                null,
                                Part.Conditions.NONE)));

        var marks = List.of(Exact.ZERO, Exact.ZERO, Exact.ONE);
        assertThat(rule.score(figures, marks, part -> Placing.NONE, 2))
                .isEqualTo(new Outcome.Scored(new BigDecimal("4.00")));
    }

    @Test
    void eachPartTakesItsOwnMarksAndPlace() {
        var half = Exact.of("0.5");
        var rule = new PointRule(
                Exact.of(5),
                List.of(
                        new Part("a", Exact.ONE, new Rule.Elements(List.of(half, half)), null, Part.Conditions.NONE),
                        rank("r", 0),
                        new Part("b", Exact.of(2), new Rule.Deductions(List.of(half)), null, Part.Conditions.NONE)));
        figures.with("r", "7");

        // 1 x 0.5 + 0 x 0.5; place 1 of 4 earns 2; 2 - 3 x 0.5
        var marks = List.of(Exact.ONE, Exact.ZERO, Exact.of(3));
        assertThat(rule.score(figures, marks, part -> part == 1 ? new Placing(1, 4) : Placing.NONE, 10))
                .isEqualTo(new Outcome.Scored(new BigDecimal("3.0000000000")));
        assertThat(rule.marks()).isEqualTo(3);
    }

    @Test
    void marksAreHeldAgainstTheirParts() {
        var half = Exact.of("0.5");
        var rule = new PointRule(
                Exact.of(13),
                List.of(
                        new Part("e", Exact.ONE, new Rule.Elements(List.of(half, half)), null, Part.Conditions.NONE),
                        new Part("d", Exact.of(2), new Rule.Deductions(List.of(half)), null, Part.Conditions.NONE),
                        new Part(
                                "b",
                                Exact.of(10),
                                new Rule.Bands(List.of(
                                        new Rule.Band(Exact.of(8), Exact.of(10)),
                                        new Rule.Band(Exact.ONE, Exact.of(7)))),
                                null,
                                Part.Conditions.NONE)));

        assertThat(whyNot(rule, "1", "0.5", "2", "7.5")).isEmpty();
        assertThat(whyNot(rule, "1", "0", "0", "1")).isEmpty();
        assertThat(whyNot(rule, "0", "0", "0", "10")).isEmpty();
        assertThat(whyNot(rule, "1", "0.5", "2")).contains("4 marks are needed, there are 3");
        assertThat(whyNot(rule, "1.1", "0.5", "2", "7")).contains("between 0 and 1: 1.1");
        assertThat(whyNot(rule, "1", "-0.1", "2", "7")).contains("between 0 and 1: -0.1");
        assertThat(whyNot(rule, "1", "1", "0.5", "7")).contains("whole: 0.5");
        assertThat(whyNot(rule, "1", "1", "-1", "7")).contains("whole: -1");
        assertThat(whyNot(rule, "1", "1", "1", "10.1")).contains("between 1 and 10: 10.1");
        assertThat(whyNot(rule, "1", "1", "1", "0.9")).contains("between 1 and 10: 0.9");
    }

    @Test
    void aPartThatIsNotJudgedTakesNoMark() {
        var part = proportional("a", null);
        assertThat(part.whyNot(List.of())).isEmpty();
        assertThat(part.whyNot(List.of(Exact.ONE)).orElseThrow().zh()).contains("应有 0 个评分，实有 1 个");
        assertThat(part.whyNot(List.of(Exact.ONE)).orElseThrow().en()).contains("takes 0 marks, there are 1");
    }

    private Outcome score(PointRule rule) {
        var outcome = rule.score(figures, List.of(), part -> Placing.NONE, 10);
        assertThat(rule.derive(figures, Map.of(), List.of(), part -> Placing.NONE, 10)
                        .outcome())
                .isEqualTo(outcome);
        return outcome;
    }

    /** A level that passes when its figure is 1, exists when it is above 0, and fails when it is 2. */
    private Part level(String name) {
        return level(name, Exact.of("0.5"));
    }

    private Part level(String name, Exact points) {
        return new Part(
                name,
                points,
                new Rule.Threshold(Limit.parse("<= 1"), List.of()),
                figures.parse(name),
                new Part.Conditions(figures.parse(name + " > 0"), null, null, null));
    }

    private Part proportional(String name, Part.@Nullable Conditions conditions) {
        return new Part(
                "1",
                Exact.ONE,
                new Rule.Proportional(Limit.parse(">= 1")),
                figures.parse(name),
                conditions == null ? Part.Conditions.NONE : conditions);
    }

    private Part rank(String name, int index) {
        var tiers = List.of(new Rule.Tier(Exact.of(50), Exact.of(2)), new Rule.Tier(Exact.of(100), Exact.ONE));
        return new Part(
                name + index, Exact.of(2), new Rule.Rank(true, tiers), figures.parse(name), Part.Conditions.NONE);
    }

    private static String whyNot(PointRule rule, String... marks) {
        return rule.whyNot(List.of(marks).stream().map(Exact::of).toList())
                .map(why -> why.en())
                .orElse("");
    }
}
