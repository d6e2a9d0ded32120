package pingheng.framework.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import pingheng.framework.formula.Exact;

/** What holds for every rule, not only for those worked by hand. */
class RuleProperties {
    @Property(tries = 600)
    void aDerivationComputedAgainFromItsTextGivesTheSameScore(
            @ForAll Random random, @ForAll @IntRange(min = 0, max = 12) int decimals) {
        var rules = new RandomRules(random);
        var unit = rules.unit();
        var rule = rules.point(unit);
        var marks = rules.marks(rule);
        var placings =
                Stream.generate(rules::placing).limit(rule.parts().size()).toList();
        var outcome = rule.score(unit, marks, placings::get, decimals);
        var derivation = rule.derive(unit, unit.formulas(), marks, placings::get, decimals);

        assertThat(derivation.outcome()).isEqualTo(outcome);
        var text = Told.of(derivation);
        var again = Recomputed.of(text);
        assertThat(again.asked).as(text).isEqualTo(asked(derivation));
        if (outcome instanceof Outcome.Scored(BigDecimal score)) {
            assertThat(again.score().rounded(decimals)).as(text).isEqualTo(score);
            assertThat(score).as(text).isBetween(BigDecimal.ZERO, rule.points().rounded(decimals));
        } else {
            assertThat(outcome).isInstanceOf(Outcome.NotApplicable.class);
        }
    }

    @Property(tries = 600)
    void aBetterValueNeverLowersTheScore(@ForAll Random random) {
        var rules = new RandomRules(random);
        var points = Exact.of(random.nextInt(1, 10)).dividedBy(Exact.of(random.nextInt(1, 4)));
        var rule = rules.ofValue(points);
        boolean high = rule.high().orElseThrow();
        var others =
                Stream.generate(() -> value(rules)).limit(random.nextInt(1, 20)).toList();
        var one = value(rules);
        var two = value(rules);

        var better = scored(rule, points, high ? one.max(two) : one.min(two), others);
        var worse = scored(rule, points, high ? one.min(two) : one.max(two), others);

        assertThat(better).isGreaterThanOrEqualTo(worse).isLessThanOrEqualTo(points);
        assertThat(worse).isGreaterThanOrEqualTo(Exact.ZERO);
    }

    @Property(tries = 300)
    void betterMarksNeverLowerTheScore(@ForAll Random random) {
        var points = Exact.of(random.nextInt(1, 10)).dividedBy(Exact.of(random.nextInt(1, 4)));
        var rule = new RandomRules(random).rule(points);
        if (rule.marks() == 0) return;
        boolean off = rule instanceof Rule.Deductions;
        var less = Stream.generate(() -> mark(rule, random)).limit(rule.marks()).toList();
        var more = less.stream().map(mark -> mark.max(mark(rule, random))).toList();

        var lower = rule.score(points).number(new Given(Exact.ZERO, Placing.NONE, off ? more : less));
        var upper = rule.score(points).number(new Given(Exact.ZERO, Placing.NONE, off ? less : more));
        assertThat(upper).isGreaterThanOrEqualTo(lower);
    }

    private static Exact scored(Rule rule, Exact points, Exact value, List<Exact> others) {
        boolean high = rule.high().orElseThrow();
        long ahead = others.stream()
                .filter(other -> high ? other.compareTo(value) > 0 : other.compareTo(value) < 0)
                .count();
        var placing = new Placing((int) ahead + 1, others.size() + 1);
        return rule.score(points).number(new Given(value, placing, List.of()));
    }

    private static Exact value(RandomRules rules) {
        return Exact.of(rules.decimal(-60, 140));
    }

    private static Exact mark(Rule rule, Random random) {
        int mark = random.nextInt(5);
        return rule instanceof Rule.Elements ? Exact.of(mark).dividedBy(Exact.of(4)) : Exact.of(mark);
    }

    private static List<String> asked(Derivation derivation) {
        return derivation.entries().stream()
                .filter(Derivation.Asked.class::isInstance)
                .map(Derivation.Asked.class::cast)
                .map(asked -> asked.name() + (asked.holds() ? " holds" : " fails"))
                .toList();
    }
}
