package pingheng.framework.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;
import pingheng.framework.formula.Missing;
import pingheng.problem.Sentence;

class PartTest {
    private static final Rule ELEMENTS = new Rule.Elements(exact("1", "1"));
    private static final Rule DEDUCTIONS = new Rule.Deductions(exact("0.5", "0.2"));
    private static final Rule BANDS = new Rule.Bands(List.of(band("1.5", "2"), band("0.5", "1")));

    @ParameterizedTest
    @CsvSource({
        "0 0, ''",
        "1 1, ''",
        "0.5 0.25, ''",
        "1 1.0000000001, an element is marked between 0 and 1: 1.0000000001",
        "-0.0000000001 1, an element is marked between 0 and 1: -0.0000000001",
        "1, 'part p takes 2 marks, there are 1'",
        "1 1 1, 'part p takes 2 marks, there are 3'"
    })
    void elementsAreMarkedBetweenNoneAndOne(String marks, String why) {
        assertThat(whyNot(ELEMENTS, marks)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "0 0, ''",
        "3 100, ''",
        "-1 0, 'a deduction counts cases, 0 or more, whole: -1'",
        "0 1.5, 'a deduction counts cases, 0 or more, whole: 1.5'"
    })
    void deductionsCountWholeCases(String marks, String why) {
        assertThat(whyNot(DEDUCTIONS, marks)).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "2, ''",
        "0.5, ''",
        "1.2, ''", // between two bands: the lower one is meant
        "2.01, a judged score lies between 0.5 and 2: 2.01",
        "0.49, a judged score lies between 0.5 and 2: 0.49"
    })
    void aJudgedScoreLiesInTheBands(String marks, String why) {
        assertThat(whyNot(BANDS, marks)).isEqualTo(why);
    }

    @Test
    void theReasonIsInChineseToo() {
        assertThat(part(ELEMENTS).whyNot(exact("1", "2")).orElseThrow().zh()).isEqualTo("要素的评分应在 0 与 1 之间：2");
        assertThat(part(DEDUCTIONS).whyNot(exact("1", "0.5")).orElseThrow().zh())
                .isEqualTo("扣分项的次数应为不小于 0 的整数：0.5");
        assertThat(part(BANDS).whyNot(exact("3")).orElseThrow().zh()).isEqualTo("评判得分应在 0.5 至 2 之间：3");
        assertThat(part(BANDS).whyNot(List.of()).orElseThrow().zh()).isEqualTo("分项 p 应有 1 个评分，实有 0 个");
    }

    @Test
    void aRuleOfFiguresTakesNoMarks() {
        for (var rule : List.of(
                new Rule.Counted(Exact.ONE),
                new Rule.Threshold(Limit.parse(">= 1"), List.of()),
                new Rule.Linear(Limit.parse(">= 1"), Limit.parse("<= 0")),
                new Rule.PerPoint(Limit.parse(">= 1"), Exact.ONE),
                new Rule.Proportional(Limit.parse(">= 1")),
                new Rule.Rank(true, List.of(tier("100", "1"))))) {
            assertThat(part(rule).whyNot(List.of())).isEmpty();
            assertThat(whyNot(rule, "1")).isEqualTo("part p takes 0 marks, there are 1");
        }
    }

    @Test
    void aRuleMayNotEarnMoreThanItsPart() {
        refused(threshold("2.01"), "the rule can earn 2.01, more than the 2 points of its part");
        refused(
                new Rule.Rank(true, List.of(tier("50", "3"), tier("100", "1"))),
                "the rule can earn 3, more than the 2");
        refused(new Rule.Bands(List.of(band("2", "2.5"))), "the rule can earn 2.5, more than the 2");

        assertThatCode(() -> part(threshold("2"))).doesNotThrowAnyException();
        assertThatCode(() -> part(new Rule.Rank(true, List.of(tier("100", "2")))))
                .doesNotThrowAnyException();
        assertThatCode(() -> part(BANDS)).doesNotThrowAnyException();
        assertThatCode(() -> part(new Rule.Deductions(exact("5")))).doesNotThrowAnyException();
        assertThatCode(() -> part(new Rule.PerPoint(Limit.parse(">= 1"), Exact.of(5))))
                .doesNotThrowAnyException();
    }

    @Test
    void nothingIsGivenOrTakenBelowZero() {
        for (var rule : List.of(
                threshold("-0.01"),
                new Rule.Elements(exact("3", "-1")),
                new Rule.Deductions(exact("-1")),
                new Rule.Counted(Exact.of(-1)),
                new Rule.PerPoint(Limit.parse(">= 1"), Exact.of(-1)),
                new Rule.Rank(true, List.of(tier("50", "1"), tier("100", "-1"))),
                new Rule.Bands(List.of(band("-1", "1"))))) refused(rule, "must not be negative");
        assertThatThrownBy(() -> new Part(
                        "p",
                        Exact.of(-1),
                        new Rule.Linear(Limit.parse(">= 1"), Limit.parse("<= 0")),
                        null,
                        Part.Conditions.NONE))
                .hasMessageContaining("must not be negative");
        assertThatCode(() -> part(new Rule.Counted(Exact.ZERO))).doesNotThrowAnyException();
        assertThat(new Part("p", Exact.ZERO, ELEMENTS, null, Part.Conditions.NONE).points())
                .isEqualTo(Exact.ZERO);
    }

    @Test
    void itsWordingIsKeptAndMayBeLeftOut() {
        var wording = new Part.Wording(new Sentence("甲", "first"), List.of());
        assertThat(new Part("p", wording, Exact.of(2), ELEMENTS, null, Part.Conditions.NONE).wording())
                .isEqualTo(wording);
        assertThat(part(ELEMENTS).wording().title()).isEqualTo(new Sentence("", ""));
    }

    @Test
    void aMarkThatWasNotGivenIsNamed() {
        var given = new Given(Exact.ONE, new Placing(2, 5), exact("0.5"));
        assertThat(Given.mark(0).number(given)).isEqualTo(Exact.of("0.5"));
        assertThat(Given.PLACE.number(given)).isEqualTo(Exact.of(2));
        assertThat(Given.UNITS.number(given)).isEqualTo(Exact.of(5));
        assertThatThrownBy(() -> Given.mark(1).number(given))
                .isInstanceOfSatisfying(
                        Missing.class, missing -> assertThat(missing.name()).isEqualTo("mark2"));
    }

    private static void refused(Rule rule, String sentence) {
        assertThatThrownBy(() -> part(rule)).isInstanceOf(Malformed.class).hasMessageContaining(sentence);
    }

    private static Part part(Rule rule) {
        return new Part("p", Exact.of(2), rule, null, Part.Conditions.NONE);
    }

    private static String whyNot(Rule rule, String marks) {
        return part(rule).whyNot(exact(marks.split(" "))).map(Sentence::en).orElse("");
    }

    private static Rule threshold(String points) {
        return new Rule.Threshold(Limit.parse(">= 1"), List.of(new Rule.Step(Limit.parse(">= 0.5"), Exact.of(points))));
    }

    private static Rule.Band band(String from, String to) {
        return new Rule.Band(Exact.of(from), Exact.of(to));
    }

    private static Rule.Tier tier(String to, String points) {
        return new Rule.Tier(Exact.of(to), Exact.of(points));
    }

    private static List<Exact> exact(String... numbers) {
        return Arrays.stream(numbers).map(Exact::of).toList();
    }
}
