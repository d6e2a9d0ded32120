package pingheng.framework.formula;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.value.FigureCode;

/** Reads the text of a formula into a tree: comparisons bind weaker than sums, sums weaker than products. */
public final class Parser {
    /** Deeper nesting is refused: no rule of an evaluation needs it. */
    static final int DEPTH = 40;

    private final Tokens tokens;
    private final Names names;
    private int depth;

    private Parser(Tokens tokens, Names names) {
        this.tokens = tokens;
        this.names = names;
    }

    /** Throws {@link Malformed} with the character where reading stopped. */
    public static Expr parse(String text, Names names) {
        var parser = new Parser(Tokens.of(text), names);
        var read = parser.either();
        parser.tokens.end();
        return read;
    }

    private Expr either() {
        if (++depth > DEPTH)
            throw new Malformed(
                    "公式嵌套超过 %d 层，请拆成派生指标", "nested deeper than %d levels: split it into derived figures", DEPTH);

        var parts = new ArrayList<>(List.of(both()));
        while (tokens.word("or")) parts.add(both());
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Expr.Logic(false, List.copyOf(parts));
    }

    private Expr both() {
        var parts = new ArrayList<>(List.of(turned()));
        while (tokens.word("and")) parts.add(turned());
        return parts.size() == 1 ? parts.getFirst() : new Expr.Logic(true, List.copyOf(parts));
    }

    private Expr turned() {
        boolean not = false;
        while (tokens.word("not")) not = !not;
        return not ? new Expr.Not(compared()) : compared();
    }

    private Expr compared() {
        var left = sum();
        var relation = tokens.relation();
        return relation == null ? left : new Expr.Comparison(relation, left, sum());
    }

    private Expr sum() {
        var left = product();
        for (var sign = tokens.sign("+-"); sign != null; sign = tokens.sign("+-"))
            left = new Expr.Arithmetic(sign, left, product());
        return left;
    }

    private Expr product() {
        var left = signed();
        for (var sign = tokens.sign("*/"); sign != null; sign = tokens.sign("*/"))
            left = new Expr.Arithmetic(sign, left, signed());
        return left;
    }

    private Expr signed() {
        boolean negative = false;
        while (tokens.sign("-") != null) negative = !negative;
        var of = atom();
        return negative ? new Expr.Negative(of) : of;
    }

    private Expr atom() {
        if (tokens.take("(")) {
            var inside = either();
            tokens.expect(")");
            return inside;
        }
        var number = tokens.number();
        if (number != null) return new Expr.Literal(Exact.of(number), unitBehind());

        var word = tokens.name();
        return tokens.take("(") ? call(word) : new Expr.Figure(figure(new FigureCode(word), 0));
    }

    private MeasureUnit unitBehind() {
        if (tokens.take("%")) return MeasureUnit.PERCENT;
        var unit = tokens.unit();
        return unit == null ? MeasureUnit.NONE : MeasureUnit.parse(unit);
    }

    private Name figure(FigureCode code, int back) {
        return names.name(code, member(), back);
    }

    private @Nullable String member() {
        return tokens.take(".") ? tokens.name() : null;
    }

    private Expr call(String word) {
        return switch (word) {
            case "if" -> {
                var parts = arguments(3, 3, word);
                yield new Expr.If(parts.get(0), parts.get(1), parts.get(2));
            }
            case "min" -> new Expr.Call(Function.MIN, arguments(1, Integer.MAX_VALUE, word));
            case "max" -> new Expr.Call(Function.MAX, arguments(1, Integer.MAX_VALUE, word));
            case "abs" -> new Expr.Call(Function.ABS, arguments(1, 1, word));
            case "tally" -> new Expr.Call(Function.TALLY, arguments(1, Integer.MAX_VALUE, word));
            case "percent" -> {
                var parts = arguments(2, 2, word);
                var ratio = new Expr.Arithmetic('/', parts.get(0), parts.get(1));
                yield new Expr.Converted(ratio, MeasureUnit.PERCENT, Exact.of(100));
            }
            case "in" -> converted();
            case "previous" -> previous();
            case "sum" -> sumOf();
            case "count" -> schools(Aggregate.COUNT, 1);
            case "cv" -> schools(names.rules() == 1 ? Aggregate.CV : Aggregate.CV_OF_SOMETHING, 2);
            default ->
                throw new Malformed(
                        "没有函数「%s」，可用：if min max abs percent in previous sum count cv tally",
                        "there is no function “%s”; there are if min max abs percent in previous sum count cv tally",
                        word);
        };
    }

    private Expr converted() {
        var of = either();
        tokens.expect(",");
        var unit = tokens.unit();
        if (unit == null) throw new Malformed("in() 的第二项应为单位，如 [元]", "in() takes a unit such as [元] second");
        tokens.expect(")");
        return new Expr.Converted(of, MeasureUnit.parse(unit), Exact.ZERO); // the checker knows the factor
    }

    private Expr previous() {
        var code = tokens.name();
        var member = member();
        var back = tokens.take(",") ? tokens.number() : "1";
        tokens.expect(")");
        if (back == null || !back.matches("[1-9]"))
            throw new Malformed("previous() 的第二项应为 1 到 9", "previous() takes 1 to 9 second");
        return new Expr.Figure(names.name(new FigureCode(code), member, Integer.parseInt(back)));
    }

    private Expr sumOf() {
        var all = tokens.allMembers();
        if (all == null) return schools(Aggregate.SUM, 1);

        tokens.expect(")");
        var members = names.members(new FigureCode(all));
        if (members.isEmpty()) throw new Malformed("「%s」没有分项", "“%s” has no members", all);
        return members.stream()
                .map(member -> (Expr) new Expr.Figure(names.name(new FigureCode(all), member, 0)))
                .reduce((left, right) -> new Expr.Arithmetic('+', left, right))
                .orElseThrow();
    }

    private Expr schools(Aggregate aggregate, int count) {
        var parts = new ArrayList<Expr>();
        do parts.add(either());
        while (parts.size() < count && tokens.take(","));
        var member = tokens.take(",") ? tokens.name() : null;
        tokens.expect(")");
        if (parts.size() < count) throw new Malformed("%s() 需要 %d 项", "%s() takes %d parts", aggregate.word(), count);
        return new Expr.Schools(aggregate, List.copyOf(parts), member);
    }

    private List<Expr> arguments(int least, int most, String word) {
        var parts = new ArrayList<Expr>();
        do parts.add(either());
        while (tokens.take(","));
        tokens.expect(")");
        if (parts.size() < least || parts.size() > most)
            throw new Malformed("%s() 的项数不对：%d", "%s() has the wrong number of parts: %d", word, parts.size());
        return List.copyOf(parts);
    }
}
