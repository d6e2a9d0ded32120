package pingheng.framework.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Relation;
import pingheng.framework.formula.Unit;

/** What holds of every rule that says which way is better. */
class RuleProperties {
    private static final Exact POINTS = Exact.of(10);

    @Property
    void aBetterValueNeverLowersTheScore(
            @ForAll("rules") Rule rule, @ForAll("values") BigDecimal one, @ForAll("values") BigDecimal other) {
        boolean high = rule.high().orElseThrow();
        var better = high ? one.max(other) : one.min(other);
        var worse = high ? one.min(other) : one.max(other);

        assertThat(scored(rule, better)).isGreaterThanOrEqualTo(scored(rule, worse));
    }

    @Property
    void aScoreLiesBetweenNothingAndAllPoints(@ForAll("rules") Rule rule, @ForAll("values") BigDecimal value) {
        assertThat(scored(rule, value)).isBetween(Exact.ZERO, POINTS);
    }

    @Property
    void aBetterPlaceNeverLowersTheScore(
            @ForAll("ranks") Rule rank, @ForAll("places") int one, @ForAll("places") int other) {
        assertThat(placed(rank, Math.min(one, other))).isGreaterThanOrEqualTo(placed(rank, Math.max(one, other)));
    }

    @Property
    void aMarkMoreNeverLowersElementsAndACaseMoreNeverRaisesDeductions(
            @ForAll("shares") BigDecimal a, @ForAll("shares") BigDecimal b, @ForAll("shares") BigDecimal fixed) {
        var elements = new Rule.Elements(List.of(Exact.of(4), Exact.of(6)));
        var deductions = new Rule.Deductions(List.of(Exact.of(4), Exact.of(6)));

        assertThat(judged(elements, a.max(b), fixed)).isGreaterThanOrEqualTo(judged(elements, a.min(b), fixed));
        assertThat(judged(deductions, a.max(b), fixed)).isLessThanOrEqualTo(judged(deductions, a.min(b), fixed));
    }

    @Provide
    Arbitrary<Rule> rules() {
        return Combinators.combine(
                        values(),
                        values(),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 4))
                .as(RuleProperties::rule);
    }

    @Provide
    Arbitrary<Rule> ranks() {
        return Arbitraries.integers()
                .between(1, 99)
                .map(share -> new Rule.Rank(
                        true,
                        List.of(new Rule.Tier(Exact.of(share), POINTS), new Rule.Tier(Exact.of(100), Exact.of(4)))));
    }

    @Provide
    Arbitrary<BigDecimal> values() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-20"), new BigDecimal("120"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<BigDecimal> shares() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.ONE)
                .ofScale(2);
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(1, 48);
    }

    private static Rule rule(BigDecimal one, BigDecimal other, boolean high, int kind) {
        var full = limit(high, one);
        var apart = one.compareTo(other) == 0 ? other.add(BigDecimal.ONE) : other;
        var worse = limit(
                high,
                high ? one.min(apart).subtract(BigDecimal.ONE) : one.max(apart).add(BigDecimal.ONE));
        return switch (kind) {
            case 0 -> new Rule.Threshold(full, List.of(new Rule.Step(worse, Exact.of(4))));
            case 1 -> new Rule.Linear(full, limit(!high, worse.at().rounded(2)));
            case 2 -> new Rule.PerPoint(full, Exact.of("0.3"));
            case 3 -> new Rule.Proportional(limit(true, one.abs().add(BigDecimal.ONE)));
            default -> new Rule.Counted(Exact.of("0.5"));
        };
    }

    private static Limit limit(boolean high, BigDecimal at) {
        return new Limit(high ? Relation.AT_LEAST : Relation.AT_MOST, Exact.of(at), Unit.NONE);
    }

    private static Exact scored(Rule rule, BigDecimal value) {
        return rule.score(POINTS).number(new Given(Exact.of(value), Placing.NONE, List.of()));
    }

    private static Exact placed(Rule rule, int place) {
        return rule.score(POINTS).number(new Given(Exact.ZERO, new Placing(place, 48), List.of()));
    }

    private static Exact judged(Rule rule, BigDecimal first, BigDecimal second) {
        return rule.score(POINTS)
                .number(new Given(Exact.ZERO, Placing.NONE, List.of(Exact.of(first), Exact.of(second))));
    }
}
