package pingheng.framework.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Name;

/** What a derivation tells, line by line, in the order in which it can be computed again. */
class DerivationTest {
    private final Sample figures = new Sample();
    private final Map<Name, Expr> formulas = new HashMap<>();

    @Test
    void figuresStandAboveTheStepThatNeedsThem() {
        figures.with("kids", "68").with("pop", "100");

        assertThat(told(part("1", "proportional", "percent(kids, pop)"), List.of()))
                .isEqualTo("""
                        part 1 applies
                        kids: 68
                        pop: 100
                        value = percent(kids, pop): 68
                        score = 2 * max(min(value / 85%, 1), 0): 1.6
                        round((score.1), 10): 1.6 1.6000000000
                        """);
    }

    @Test
    void aDerivedFigureIsToldWithItsOwnFormulaOnce() {
        figures.with("kids", "68").with("pop", "100").with("rate", "68");
        formulas.put(figures.name("rate", null, 0), figures.parse("percent(kids, pop)"));

        assertThat(told(part("1", "proportional", "rate + rate - rate"), List.of()))
                .isEqualTo("""
                        part 1 applies
                        kids: 68
                        pop: 100
                        rate = percent(kids, pop): 68
                        value = rate + rate - rate: 68
                        score = 2 * max(min(value / 85%, 1), 0): 1.6
                        round((score.1), 10): 1.6 1.6000000000
                        """);
    }

    @Test
    void schoolsAreToldColumnByColumn() {
        figures.with("factor", "1")
                .school(
                        "primary",
                        new Sample().with("s_rooms", "3").with("s_pupils", "10").with("s_share", "0.3"))
                .school(
                        "primary",
                        new Sample().with("s_rooms", "5").with("s_pupils", "20").with("s_share", "0.25"));
        formulas.put(figures.name("s_share", null, 0), figures.parse("s_rooms / s_pupils"));

        assertThat(told(part("1", "proportional", "sum(s_share * s_pupils, primary) * factor + 60"), List.of()))
                .isEqualTo("""
                        part 1 applies
                        s_rooms of primary: 3 5
                        s_pupils of primary: 10 20
                        s_share of primary = s_rooms / s_pupils: 0.3 0.25
                        factor: 1
                        value = sum(s_share * s_pupils, primary) * factor + 60: 68
                        score = 2 * max(min(value / 85%, 1), 0): 1.6
                        round((score.1), 10): 1.6 1.6000000000
                        """);
    }

    @Test
    void whatWasNotReportedAndNotAskedForIsNotTold() {
        figures.with("kids", "85").with("is_known", "1");

        assertThat(told(part("1", "proportional", "if(is_known, kids, other)"), List.of()))
                .contains("kids: 85")
                .doesNotContain("other:");
    }

    @Test
    void aPartThatDoesNotApplyIsNamedAndItsPointsSpread() {
        figures.with("kids", "85").with("none", "0");
        var applying = part("a", "proportional", "kids");
        var skipped = new Part(
                "b",
                Exact.of(2),
                new Rule.Proportional(Limit.parse(">= 85%")),
                figures.parse("none"),
                new Part.Conditions(figures.parse("none > 0"), null, null, null));

        assertThat(told(new PointRule(Exact.of(4), List.of(applying, skipped)), List.of()))
                .isEqualTo("""
                        part a applies
                        kids: 85
                        value = kids: 85
                        score = 2 * max(min(value / 85%, 1), 0): 2
                        part b does not apply
                        none: 0
                        applies_if = none > 0: false
                        round((score.a) * 4 / 2, 10): 4 4.0000000000
                        """);
    }

    @Test
    void marksBelongToTheirPart() {
        var half = Exact.of("0.5");
        var elements = new Part("e", Exact.ONE, new Rule.Elements(List.of(half, half)), null, Part.Conditions.NONE);
        var deduction = new Part("d", Exact.ONE, new Rule.Deductions(List.of(half)), null, Part.Conditions.NONE);

        assertThat(told(
                        new PointRule(Exact.of(2), List.of(elements, deduction)),
                        List.of(Exact.ONE, half, Exact.of(1))))
                .isEqualTo("""
                        part e applies
                        mark1: 1
                        mark2: 0.5
                        score = mark1 * 0.5 + mark2 * 0.5: 0.75
                        part d applies
                        mark1: 1
                        score = max(1 - mark1 * 0.5, 0): 0.5
                        round((score.e + score.d), 10): 1.25 1.2500000000
                        """);
    }

    @Test
    void whatOverridesTheRuleIsToldInItsPlace() {
        figures.with("kids", "85").with("is_bad", "1").with("valid", "9");
        var part = new Part(
                "1",
                Exact.of(2),
                new Rule.Proportional(Limit.parse(">= 85%")),
                figures.parse("kids"),
                new Part.Conditions(null, figures.parse("valid > 1"), figures.parse("is_bad"), null));

        assertThat(told(part, List.of())).isEqualTo("""
                        part 1 applies
                        valid: 9
                        requires = valid > 1: true
                        is_bad: 1
                        zero_if = is_bad: true
                        score = 0: 0
                        round((score.1), 10): 0 0.0000000000
                        """);
    }

    @Test
    void aPlaceIsTold() {
        figures.with("growth", "3");
        var rank = new Part(
                "1",
                Exact.of(2),
                new Rule.Rank(true, List.of(new Rule.Tier(Exact.of(50), Exact.of(2)))),
                figures.parse("growth"),
                Part.Conditions.NONE);

        assertThat(told(rank, List.of())).isEqualTo("""
                        part 1 applies
                        growth: 3
                        value = growth: 3
                        place: 1
                        units: 4
                        score = if(place * 100 <= 50 * units, 2, 0): 2
                        round((score.1), 10): 2 2.0000000000
                        """);
    }

    private Part part(String code, String rule, String value) {
        assertThat(rule).isEqualTo("proportional");
        return new Part(
                code,
                Exact.of(2),
                new Rule.Proportional(Limit.parse(">= 85%")),
                figures.parse(value),
                Part.Conditions.NONE);
    }

    private String told(Part part, List<Exact> marks) {
        return told(new PointRule(part.points(), List.of(part)), marks);
    }

    private String told(PointRule rule, List<Exact> marks) {
        var derivation = rule.derive(figures, formulas, marks, part -> new Placing(1, 4), 10);
        assertThat(derivation.outcome()).isEqualTo(rule.score(figures, marks, part -> new Placing(1, 4), 10));
        return derivation.entries().stream().map(DerivationTest::line).collect(Collectors.joining());
    }

    private static String line(Derivation.Entry entry) {
        return switch (entry) {
            case Derivation.Begins(Part part, boolean applies) ->
                "part " + part.code() + (applies ? " applies\n" : " does not apply\n");
            case Derivation.Figure(Name name, Exact value) -> name + ": " + value + "\n";
            case Derivation.Column(Name name, String member, String formula, List<Exact> values) ->
                name + " of " + member + (formula == null ? "" : " = " + formula) + ": "
                        + values.stream().map(Exact::toString).collect(Collectors.joining(" ")) + "\n";
            case Derivation.Step(String name, String formula, Exact value) ->
                name + " = " + formula + ": " + value + "\n";
            case Derivation.Asked(String name, String formula, boolean holds) ->
                name + " = " + formula + ": " + holds + "\n";
            case Derivation.Rounded(String formula, Exact exact, var score) ->
                formula + ": " + exact + " " + score.toPlainString() + "\n";
        };
    }
}
