package pingheng.result.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static pingheng.result.arithmetic.Given.ROUNDING;
import static pingheng.result.arithmetic.Given.WHY;
import static pingheng.result.arithmetic.Given.n;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;
import pingheng.result.arithmetic.Places.Entrant;
import pingheng.result.arithmetic.Places.Placed;
import pingheng.result.arithmetic.TotalResult.Total;
import pingheng.round.setting.Credibility;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** What holds for every unit, not only for those worked by hand. */
class ArithmeticProperties {
    private static final BigDecimal STEP = n("0.0000000001");

    /** A unit of up to twelve points in three aspects, with whatever the round and the framework do to it. */
    record Unit(
            List<PointScore> points, Credibility credibility, Deliberation deliberation, List<Triggered> triggered) {
        Total total() {
            var method = new Totals(ROUNDING, List.of("1", "2", "3"), credibility, n("2"), null);
            return (Total) method.of(points, deliberation, triggered);
        }
    }

    @Property(tries = 300)
    void aspectsAndAdjustmentsAreTheTotal(@ForAll("units") Unit unit) {
        var total = unit.total();

        var aspects = total.aspects().stream().map(TotalResult.Aspect::score).reduce(BigDecimal.ZERO, BigDecimal::add);
        var adjustments = total.adjustments().stream().map(Adjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(aspects.add(adjustments)).isEqualTo(total.value());
        assertThat(total.value()).isNotNegative();
        assertThat(total.adjustments())
                .allMatch(adjustment -> adjustment.amount().scale() == 10);
    }

    @Property(tries = 300)
    void theOrderOfInputIsIrrelevant(@ForAll("units") Unit unit, @ForAll Random random) {
        var shuffled = new Unit(
                shuffled(unit.points(), random),
                unit.credibility(),
                new Deliberation(n("5"), 1, shuffled(unit.deliberation().marks(), random), 0),
                shuffled(unit.triggered(), random));

        assertThat(shuffled.total()).isEqualTo(unit.total());
    }

    @Property(tries = 300)
    void morePointsNeverLowerATotal(@ForAll("units") Unit unit, @ForAll @IntRange(max = 11) int index) {
        var points = new ArrayList<>(unit.points());
        var point = points.get(index % points.size());
        Assume.that(point.outcome() instanceof Outcome.Scored(var score) && score.compareTo(point.maximum()) < 0);
        var more = ((Outcome.Scored) point.outcome()).score().add(STEP);
        points.set(
                index % points.size(),
                new PointScore(
                        point.point(), point.aspect(), point.maximum(), new Outcome.Scored(more), point.judged()));

        assertThat(new Unit(points, unit.credibility(), unit.deliberation(), unit.triggered())
                        .total()
                        .value())
                .isGreaterThanOrEqualTo(unit.total().value());
    }

    @Property(tries = 300)
    void aPlaceIsOneMoreThanThoseStrictlyBetter(@ForAll("entrants") List<Entrant> entrants) {
        for (var placed : Places.byTotal(entrants, ROUNDING)) {
            var better = entrants.stream()
                    .filter(other -> ROUNDING.place(other.total()).compareTo(ROUNDING.place(placed.total())) > 0)
                    .count();
            assertThat((long) placed.place()).isEqualTo(1 + better);
        }
    }

    @Property(tries = 300)
    void theOrderOfEntrantsIsIrrelevant(@ForAll("entrants") List<Entrant> entrants, @ForAll Random random) {
        assertThat(Places.byTotal(shuffled(entrants, random), ROUNDING))
                .isEqualTo(Places.byTotal(entrants, ROUNDING))
                .isSortedAccordingTo(Comparator.comparingInt(Placed::place).thenComparing(Placed::code));
    }

    @Provide
    Arbitrary<Unit> units() {
        return Combinators.combine(
                        points(),
                        Arbitraries.of(Credibility.class),
                        decimals(5).list().ofMinSize(1).ofMaxSize(5),
                        triggered().list().ofMaxSize(4))
                .as((points, credibility, marks, triggered) ->
                        new Unit(points, credibility, new Deliberation(n("5"), 1, marks, 0), numbered(triggered)));
    }

    /** The first point is always scored, so that something applies. */
    private static Arbitrary<List<PointScore>> points() {
        return Combinators.combine(
                        point(scores()),
                        point(Arbitraries.frequencyOf(
                                        net.jqwik.api.Tuple.of(5, scores()),
                                        net.jqwik.api.Tuple.of(
                                                1,
                                                Arbitraries.just(new Outcome.NotApplicable(
                                                        new Sentence("不适用", "does not apply"))))))
                                .list()
                                .ofMaxSize(11))
                .as((first, others) -> {
                    var points = new ArrayList<>(others);
                    points.add(first);
                    return renumbered(points);
                });
    }

    private static Arbitrary<PointScore> point(Arbitrary<? extends Outcome> outcomes) {
        var samples = Combinators.combine(scores(), scores()).as(Given::sample);
        var judged = Arbitraries.oneOf(samples, Arbitraries.just(Judged.BY_NOBODY));
        return Combinators.combine(Arbitraries.integers().between(0, 2), outcomes, judged)
                .as((aspect, outcome, layers) -> new PointScore(new PointCode("p"), aspect, n("3"), outcome, layers));
    }

    private static Arbitrary<Outcome> scores() {
        return decimals(3).map(Outcome.Scored::new);
    }

    /** Small codes in the order made; shuffling them must not matter. */
    private static List<PointScore> renumbered(List<PointScore> points) {
        var renumbered = new ArrayList<PointScore>();
        for (var point : points)
            renumbered.add(new PointScore(
                    new PointCode("p" + renumbered.size()),
                    point.aspect(),
                    point.maximum(),
                    point.outcome(),
                    point.judged()));
        return renumbered;
    }

    private static Arbitrary<Triggered> triggered() {
        return Arbitraries.oneOf(
                decimals(2).map(value -> new Triggered.Bonus("bonus", value, WHY)),
                decimals(40).map(value -> new Triggered.Cap("cap", value, WHY)),
                Arbitraries.just(new Triggered.Downgrade("downgrade", 1, WHY)));
    }

    private static List<Triggered> numbered(List<Triggered> triggered) {
        var numbered = new ArrayList<Triggered>();
        for (var rule : triggered) {
            var code = rule.code() + numbered.size();
            numbered.add(
                    switch (rule) {
                        case Triggered.Bonus bonus -> new Triggered.Bonus(code, bonus.value(), WHY);
                        case Triggered.Cap cap -> new Triggered.Cap(code, cap.value(), WHY);
                        case Triggered.Veto veto -> new Triggered.Veto(code, veto.why());
                        case Triggered.Downgrade downgrade -> new Triggered.Downgrade(code, downgrade.steps(), WHY);
                    });
        }
        return numbered;
    }

    /** Few enough totals that ties are common, some only after rounding. */
    @Provide
    Arbitrary<List<Entrant>> entrants() {
        var totals = Combinators.combine(
                        Arbitraries.integers().between(95, 98),
                        Arbitraries.integers().between(-60, 60))
                .as((whole, tail) -> BigDecimal.valueOf(whole).add(STEP.multiply(BigDecimal.valueOf(tail))));
        return totals.list().ofMaxSize(30).map(list -> {
            var entrants = new ArrayList<Entrant>();
            for (var total : list) entrants.add(new Entrant(new UnitCode("u" + entrants.size()), total));
            return entrants;
        });
    }

    private static Arbitrary<BigDecimal> decimals(int most) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(most))
                .ofScale(10);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
