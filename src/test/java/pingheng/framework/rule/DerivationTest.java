package pingheng.framework.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Fraction;
import pingheng.framework.formula.Sample;
import pingheng.value.FigureCode;

class DerivationTest {
    private final Sample figures = new Sample()
            .figure("spend", "万元")
            .figure("pupils", "人", "positive")
            .figure("enrolled", "人")
            .figure("of_age", "人", "positive")
            .figure("lost", "人")
            .figure("rate", "%")
            .derived("rate", "percent(enrolled, of_age)")
            .figure("is_open", "", "yesno")
            .figure("is_fraud", "", "yesno")
            .figure("books", "册", "school")
            .figure("heads", "人", "school", "positive")
            .figure("each", "册/人", "school")
            .derived("each", "books / heads")
            .with("enrolled", "68")
            .with("of_age", "100")
            .with("is_open", "1")
            .with("is_fraud", "0");

    /**
     * Two of three parts of a point of 3 apply: a judged one of 1 (1 x 0.5 + 0.5 x 0.5 = 0.75) and a proportional one of 1
     * (68/85 x 1 = 0.8); spread 1.55 x 3 / 2 = 2.325.
     */
    @Test
    void aWorkedPointTellsEachStepInOrder() {
        figures.with("is_far", "0");
        var half = Exact.of("0.5");
        var rule = new PointRule(
                Exact.of(3),
                List.of(
                        new Part(
                                "judged",
                                Exact.ONE,
                                new Rule.Elements(List.of(half, half)),
                                null,
                                conditions("is_open")),
                        new Part("far", Exact.ONE, proportional(), figures.checked("rate"), conditions("is_far")),
                        new Part(
                                "rate",
                                Exact.ONE,
                                proportional(),
                                figures.checked("rate"),
                                new Part.Conditions(
                                        null,
                                        figures.checked("of_age >= 30[人]"),
                                        figures.checked("is_fraud"),
                                        figures.checked("enrolled = of_age")))));

        var derivation = derive(rule, Exact.ONE, half);

        assertThat(derivation.outcome()).isEqualTo(new Outcome.Scored(new BigDecimal("2.3250000000")));
        assertThat(Told.of(derivation)).isEqualTo("""
                part judged
                is_open = 1
                applies_if ? is_open
                mark1 = 1
                mark2 = 0.5
                score = mark1 * 0.5 + mark2 * 0.5
                part far does not apply
                is_far = 0
                applies_if ? is_far
                part rate
                of_age = 100[人]
                requires ? of_age >= 30[人]
                is_fraud = 0
                zero_if ? is_fraud
                enrolled = 68[人]
                full_if ? enrolled = of_age
                rate = percent(enrolled, of_age)
                value = rate
                score = 1 * max(min(value / 85%, 1), 0)
                point = round((score.judged + score.rate) * 3 / 2, 10)""");
        assertThat(Recomputed.of(Told.of(derivation)).score()).isEqualTo(Fraction.of("2.325"));
    }

    @Test
    void eachStepSaysWhatItCameTo() {
        var rule = new PointRule(
                Exact.ONE,
                List.of(new Part(
                        "1",
                        Exact.ONE,
                        proportional(),
                        figures.checked("rate"),
                        new Part.Conditions(null, null, figures.checked("is_fraud"), null))));
        var derivation = derive(rule);

        assertThat(derivation.entries().stream().filter(entry -> !(entry instanceof Derivation.Begins)))
                .containsExactly(
                        new Derivation.Figure(figures.name(new FigureCode("is_fraud"), null, 0), Exact.ZERO),
                        new Derivation.Asked("zero_if", "is_fraud", false),
                        new Derivation.Figure(figures.name(new FigureCode("enrolled"), null, 0), Exact.of(68)),
                        new Derivation.Figure(figures.name(new FigureCode("of_age"), null, 0), Exact.of(100)),
                        new Derivation.Step("rate", "percent(enrolled, of_age)", Exact.of(68)),
                        new Derivation.Step("value", "rate", Exact.of(68)),
                        new Derivation.Step("score", "1 * max(min(value / 85%, 1), 0)", Exact.of("0.8")),
                        new Derivation.Rounded(
                                "round((score.1), 10)", Exact.of("0.8"), new BigDecimal("0.8000000000")));
        assertThat(derivation.entries().getFirst())
                .isEqualTo(new Derivation.Begins(rule.parts().getFirst(), true));
    }

    @Test
    void sharesThatNoDecimalSaysAreSpreadExactly() {
        // three levels of 2/3 of a point each; one does not exist: the two others earn 0.8 x 2/3 each, x 2 / (4/3) =
        // 1.6
        figures.with("is_far", "0");
        var share = Exact.of("2/3");
        var rule = new PointRule(
                Exact.of(2),
                List.of(
                        new Part("a", share, proportional(), figures.checked("rate"), Part.Conditions.NONE),
                        new Part("b", share, proportional(), figures.checked("rate"), Part.Conditions.NONE),
                        new Part("c", share, proportional(), figures.checked("rate"), conditions("is_far"))));
        var derivation = derive(rule);

        assertThat(derivation.outcome()).isEqualTo(new Outcome.Scored(new BigDecimal("1.6000000000")));
        assertThat(Told.of(derivation)).endsWith("point = round((score.a + score.b) * 2 / (4 / 3), 10)");
        assertThat(Recomputed.of(Told.of(derivation)).score()).isEqualTo(Fraction.of("1.6"));
    }

    @Test
    void schoolsAreToldColumnByColumnOnceForEachLevel() {
        figures.school("primary").with("books", "10").with("heads", "5");
        figures.school("primary").with("books", "30").with("heads", "10");
        figures.school("junior").with("books", "7").with("heads", "7");
        figures.with("pupils", "15").with("spend", "60");
        var value = figures.checked(
                "sum(books, primary) / 1[册] + spend / 1[万元] + cv(books, heads, primary)"
                        + " + sum(each, primary) / 1[册/人] + sum(books) / 1[册] + sum(if(heads > pupils, 1, 0) + books / 1[册], junior)");
        var rule = new PointRule(
                Exact.ONE, List.of(new Part("1", Exact.ONE, proportional(), value, Part.Conditions.NONE)));

        assertThat(Told.of(derive(rule)).lines().filter(line -> !line.startsWith("value")))
                .containsExactly(
                        "part 1",
                        "schools books.primary = (10[册], 30[册])",
                        "spend = 60[万元]",
                        "schools heads.primary = (5[人], 10[人])",
                        "schools each.primary = each books / heads",
                        "schools books.all = (10[册], 30[册], 7[册])",
                        "schools heads.junior = (7[人])",
                        "pupils = 15[人]",
                        "schools books.junior = (7[册])",
                        "score = 1 * max(min(value / 85%, 1), 0)",
                        "point = round((score.1), 10)");
    }

    @Test
    void aSchoolThatReportedNothingKeepsItsPlaceInTheColumn() {
        // the first school has no books, so nobody asks how many heads it has: 1 of 2 schools has books for 5 heads or
        // more
        figures.school("primary").with("books", "0");
        figures.school("primary").with("books", "3").with("heads", "5");
        figures.school("primary").with("books", "3").with("heads", "4");
        var value = figures.checked("count(books > 0 and heads >= 5[人], primary)");
        var rule = new PointRule(
                Exact.of(2),
                List.of(new Part(
                        "1", Exact.of(2), new Rule.Proportional(Limit.parse(">= 4")), value, Part.Conditions.NONE)));
        var derivation = derive(rule);

        assertThat(derivation.outcome()).isEqualTo(new Outcome.Scored(new BigDecimal("0.5000000000")));
        assertThat(Told.of(derivation)).contains("schools heads.primary = (none, 5[人], 4[人])");
        assertThat(Recomputed.of(Told.of(derivation)).score()).isEqualTo(Fraction.of("0.5"));
    }

    @Test
    void whatIsSaidOnceIsNotSaidAgainButMarksAndPlacesAre() {
        var ranked = new Rule.Rank(true, List.of(new Rule.Tier(Exact.of(100), Exact.ONE)));
        var rule = new PointRule(
                Exact.of(4),
                List.of(
                        new Part("a", Exact.ONE, ranked, figures.checked("rate"), Part.Conditions.NONE),
                        new Part("b", Exact.ONE, ranked, figures.checked("rate"), Part.Conditions.NONE),
                        new Part("c", Exact.ONE, new Rule.Elements(List.of(Exact.ONE)), null, Part.Conditions.NONE),
                        new Part("d", Exact.ONE, new Rule.Elements(List.of(Exact.ONE)), null, Part.Conditions.NONE)));
        var derivation = rule.derive(
                figures, figures.formulas(), List.of(Exact.ONE, Exact.ZERO), part -> new Placing(part + 1, 8), 10);

        assertThat(Told.of(derivation)).isEqualTo("""
                part a
                enrolled = 68[人]
                of_age = 100[人]
                rate = percent(enrolled, of_age)
                value = rate
                place = 1
                units = 8
                score = if(place * 100 <= 100 * units, 1, 0)
                part b
                value = rate
                place = 2
                units = 8
                score = if(place * 100 <= 100 * units, 1, 0)
                part c
                mark1 = 1
                score = mark1 * 1
                part d
                mark1 = 0
                score = mark1 * 1
                point = round((score.a + score.b + score.c + score.d), 10)""");
    }

    @Test
    void whatOverridesTheRuleIsToldAsTheScore() {
        var overridden = new Part.Conditions(null, null, null, figures.checked("is_open"));
        var third = new PointRule(
                Exact.of("1/3"),
                List.of(new Part("1", Exact.of("1/3"), proportional(), figures.checked("rate"), overridden)));

        assertThat(Told.of(derive(third))).isEqualTo("""
                part 1
                is_open = 1
                full_if ? is_open
                score = (1 / 3)
                point = round((score.1), 10)""");
    }

    @Test
    void aPointThatIsUndecidedTellsHowFarItCame() {
        var needs = new Part.Conditions(null, figures.checked("enrolled >= 400[人]"), null, null);
        var rule = new PointRule(
                Exact.ONE, List.of(new Part("1", Exact.ONE, proportional(), figures.checked("rate"), needs)));
        var derivation = derive(rule);

        assertThat(derivation.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Undecided.class,
                        open -> assertThat(open.why().zh()).isEqualTo("分项 1 不满足计分前提「enrolled >= 400[人]」（样本量不足）"));
        assertThat(Told.of(derivation)).isEqualTo("""
                part 1
                enrolled = 68[人]
                requires ? enrolled >= 400[人]""");
        assertThat(derivation.entries().getLast())
                .isEqualTo(new Derivation.Asked("requires", "enrolled >= 400[人]", false));
    }

    @Test
    void aFigureNobodyNeededIsLeftOut() {
        var value = figures.checked("if(is_open, rate, percent(lost, pupils))");
        var rule = new PointRule(
                Exact.ONE, List.of(new Part("1", Exact.ONE, proportional(), value, Part.Conditions.NONE)));
        figures.with("lost", "1");
        assertThat(Told.of(derive(rule))).contains("lost = 1").doesNotContain("pupils =");
    }

    private Derivation derive(PointRule rule, Exact... marks) {
        return rule.derive(figures, figures.formulas(), List.of(marks), part -> Placing.NONE, 10);
    }

    private Part.Conditions conditions(String appliesIf) {
        return new Part.Conditions(figures.checked(appliesIf), null, null, null);
    }

    private static Rule proportional() {
        return new Rule.Proportional(Limit.parse(">= 85%"));
    }
}
