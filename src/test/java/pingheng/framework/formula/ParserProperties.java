package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParserProperties {
    private final Sample figures = new Sample();

    @Property(tries = 500)
    void whatIsPrintedReadsBackAsTheSameTree(@ForAll("numbers") Expr number) {
        assertThat(figures.parse(number.toString())).isEqualTo(number);
    }

    @Property(tries = 500)
    void conditionsTooReadBackAsTheSameTree(@ForAll("conditions") Expr condition) {
        assertThat(figures.parse(condition.toString())).isEqualTo(condition);
    }

    @Provide
    Arbitrary<Expr> numbers() {
        return numbers(3);
    }

    @Provide
    Arbitrary<Expr> conditions() {
        return conditions(3);
    }

    private Arbitrary<Expr> numbers(int depth) {
        var literals = Arbitraries.of("0", "1", "0.5", "85%", "19[人/名]", "123456789012.000000000001");
        var names = Arbitraries.of("a", "spend.primary", "previous(a)", "previous(spend.junior, 2)");
        Arbitrary<Expr> leaves = Arbitraries.oneOf(literals, names).map(figures::parse);
        if (depth == 0) return leaves;

        var inner = numbers(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                Combinators.combine(Arbitraries.of('+', '-', '*', '/'), inner, inner)
                        .as(Expr.Arithmetic::new),
                inner.map(ParserProperties::negative),
                Combinators.combine(conditions(depth - 1), inner, inner).as(Expr.If::new),
                inner.map(of -> new Expr.Converted(of, MeasureUnit.parse("元"), Exact.ZERO)),
                Combinators.combine(inner, inner)
                        .as((a, b) ->
                                new Expr.Converted(new Expr.Arithmetic('/', a, b), MeasureUnit.PERCENT, Exact.of(100))),
                inner.list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .map(parts -> new Expr.Call(parts.size() > 1 ? Function.MAX : Function.ABS, parts)),
                conditions(depth - 1).list().ofSize(2).map(parts -> new Expr.Call(Function.TALLY, parts)),
                inner.map(part -> new Expr.Schools(Aggregate.SUM, List.of(part), "primary")),
                Combinators.combine(inner, inner).as((a, b) -> new Expr.Schools(Aggregate.CV, List.of(a, b), null)));
    }

    private Arbitrary<Expr> conditions(int depth) {
        Arbitrary<Expr> leaves = Combinators.combine(Arbitraries.of(Relation.values()), numbers(0), numbers(0))
                .as(Expr.Comparison::new);
        if (depth == 0) return leaves;

        var inner = conditions(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                Combinators.combine(Arbitraries.of(Relation.values()), numbers(depth - 1), numbers(depth - 1))
                        .as(Expr.Comparison::new),
                inner.map(Expr.Not::new),
                Combinators.combine(
                                Arbitraries.of(true, false),
                                inner.list().ofMinSize(2).ofMaxSize(3))
                        .as(Expr.Logic::new));
    }

    /** As the parser reads it: two signs cancel. */
    private static Expr negative(Expr of) {
        return of instanceof Expr.Negative(Expr inner) ? inner : new Expr.Negative(of);
    }
}
