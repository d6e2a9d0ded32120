package pingheng.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pingheng.figure.FigureValue;
import pingheng.figure.Figures;
import pingheng.framework.Framework;
import pingheng.framework.Period;
import pingheng.framework.Point;
import pingheng.framework.Publication;
import pingheng.framework.Settings;
import pingheng.framework.formula.Checker;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Name;
import pingheng.framework.formula.Names;
import pingheng.framework.formula.Parser;
import pingheng.framework.rule.Part;
import pingheng.framework.rule.Placing;
import pingheng.framework.rule.PointRule;
import pingheng.framework.rule.Rule;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.problem.Sentence;
import pingheng.round.Layer;
import pingheng.value.FigureCode;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

class PlacingsTest {
    private static final Sentence SAID = new Sentence("甲", "a");
    private static final List<Name> NAMES = Stream.of("books", "pupils")
            .map(code -> new Name(
                    new FigureCode(code),
                    null,
                    0,
                    code.equals("books") ? 0 : 1,
                    new Name.Traits(MeasureUnit.NONE, false, false, false, false)))
            .toList();

    private final Part part = new Part(
            "1",
            Exact.of(2),
            new Rule.Rank(true, List.of(new Rule.Tier(Exact.of(100), Exact.ONE))),
            checked("books / pupils", "pupils > 0"),
            new Part.Conditions(checked("pupils > 0", null), checked("pupils >= 10", null), null, null));
    private final Figures figures = new Figures(framework());

    @Test
    void placesAreSharedWithinTheRegion() {
        unit("a", "30", "10"); // 3 a head
        unit("b", "60", "20"); // 3 a head
        unit("c", "20", "10"); // 2 a head
        assertThat(places("a", "b", "c")).containsExactly(new Placing(1, 3), new Placing(1, 3), new Placing(3, 3));
    }

    @Test
    void whereThePartDoesNotApplyNothingIsComputedAndNobodyIsOvertaken() {
        unit("a", "30", "10");
        unit("b", "60", "0"); // nothing can be divided by: there are no pupils
        unit("c", "60", "9"); // too few for a score
        unit("d", "60", null); // not reported
        assertThat(places("a", "b", "c", "d"))
                .containsExactly(new Placing(1, 1), Placing.NONE, Placing.NONE, Placing.NONE);
    }

    private List<Placing> places(String... codes) {
        var units = Stream.of(codes)
                .map(code -> new Unit(new UnitCode(code), code, Level.COUNTY, null, "east"))
                .toList();
        var placings = new Placings(List.of(point()), units, figures);
        return Stream.of(codes)
                .map(code -> placings.of(Layer.SELF, part, new UnitCode(code)))
                .toList();
    }

    private void unit(String unit, String books, @Nullable String pupils) {
        put(unit, "books", books);
        if (pupils != null) put(unit, "pupils", pupils);
    }

    private void put(String unit, String code, String value) {
        figures.put(
                new UnitCode(unit),
                new FigureCode(code),
                null,
                0,
                new FigureValue(Exact.of(value), value, new Period.Year(2019), SAID, Layer.SELF, ""));
    }

    private Point point() {
        var rule = new PointRule(Exact.of(2), List.of(part));
        return new Point(
                new PointCode("1.1.1"),
                SAID,
                SAID,
                SAID,
                Point.Kind.QUANTITATIVE,
                Point.ScoredBy.COUNTY,
                List.of(),
                List.of(),
                SAID,
                "",
                rule);
    }

    private static Framework framework() {
        var sums = new Settings.Sums(1, 0, 1, BigDecimal.TWO, BigDecimal.ZERO);
        return new Framework(
                new Settings("f", 1, SAID, Level.COUNTY, false, sums, 10, 8, false, 1),
                List.of(),
                Map.of(),
                new Framework.Formulas(NAMES, List.of(), Map.of()),
                List.of(),
                List.of(),
                new Publication.Draft(),
                "");
    }

    private static Expr checked(String text, @Nullable String known) {
        var names = new Names() {
            @Override
            public Name name(FigureCode code, @Nullable String member, int back) {
                return NAMES.stream()
                        .filter(name -> name.code().equals(code))
                        .findFirst()
                        .orElseThrow();
            }

            @Override
            public List<String> members(FigureCode code) {
                return List.of();
            }
        };
        var parsed = Parser.parse(text, names);
        return (known == null ? Checker.check(parsed) : Checker.check(parsed, Parser.parse(known, names))).expr();
    }
}
