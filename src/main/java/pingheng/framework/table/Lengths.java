package pingheng.framework.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Malformed;
import pingheng.framework.formula.Name;

/**
 * How many digits results can have, before there is any value: a bound for each derived figure over the whole chain that it builds on.
 * By rules 2 a framework whose results could grow past what is computed with is refused.
 */
final class Lengths {
    /** A figure has 18 digits before the point and 15 after it. */
    private static final Length REPORTED = new Length(33, 0);

    private static final Length CONDITION = new Length(1, 0);
    private static final Length COUNTED = new Length(7, 0);

    /** Ten digits or less, and twenty decimals. */
    private static final Length COEFFICIENT = new Length(30, 0);

    /** What is assumed of a unit. */
    private static final int SCHOOLS = 500;

    private static final long LONG = 1L << 40;

    private final Map<Name, Length> known = new HashMap<>();

    /** Digits over and under the line of a fraction; 0 under it where there is none. */
    private record Length(long over, long under) {
        Length {
            over = Math.min(over, LONG);
            under = Math.min(under, LONG);
        }

        Length plus(Length other) {
            return new Length(Math.max(over + other.under, other.over + under) + 1, under + other.under);
        }

        Length times(Length other) {
            return new Length(over + other.over, under + other.under);
        }

        Length per(Length other) {
            return new Length(over + other.under, under + other.over);
        }

        Length or(Length other) {
            return new Length(Math.max(over, other.over), Math.max(under, other.under));
        }
    }

    /** Keeps how long a derived figure can get; throws {@link Malformed} where that is too long. */
    void derived(Name name, Expr formula) {
        var length = of(formula);
        if (Math.max(length.over, length.under) > Exact.MOST_DIGITS)
            throw new Malformed(
                    "数据项「%1$s」的计算结果可能超过 %2$,d 位数字（公式逐级相乘或相除所致）；请改写公式",
                    "the result of the figure “%1$s” may have more than %2$,d digits, because figures are multiplied or divided"
                            + " in a chain: write the formula another way",
                    name,
                    Exact.MOST_DIGITS);
        known.put(name, length);
    }

    /** As above, for a formula that is no figure. */
    void check(Expr formula) {
        var length = of(formula);
        if (Math.max(length.over, length.under) > Exact.MOST_DIGITS)
            throw new Malformed(
                    "公式「%1$s」的计算结果可能超过 %2$,d 位数字；请改写公式",
                    "the result of “%1$s” may have more than %2$,d digits: write the formula another way",
                    formula,
                    Exact.MOST_DIGITS);
    }

    private Length of(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal ->
                new Length(
                        literal.value().literal().length(),
                        literal.value().literal().length());
            case Expr.Figure(Name name) -> name.traits().truth() ? CONDITION : known.getOrDefault(name, REPORTED);
            case Expr.Negative(Expr of) -> of(of);
            case Expr.Converted(Expr of, var _, Exact factor) ->
                of(of).times(new Length(
                        factor.literal().length(), factor.literal().length()));
            case Expr.Arithmetic(char sign, Expr left, Expr right) ->
                switch (sign) {
                    case '*' -> of(left).times(of(right));
                    case '/' -> of(left).per(of(right));
                    default -> of(left).plus(of(right));
                };
            case Expr.If(Expr condition, Expr then, Expr otherwise) -> longest(List.of(condition, then, otherwise));
            case Expr.Call call -> longest(call.parts()).or(COUNTED);
            case Expr.Schools schools -> ofSchools(schools);
            case Expr.Comparison _, Expr.Logic _, Expr.Not _ -> longest(expr.parts());
        };
    }

    private Length ofSchools(Expr.Schools schools) {
        var parts = longest(schools.parts());
        return switch (schools.aggregate()) {
            case COUNT -> COUNTED;
            case CV, CV_OF_SOMETHING -> COEFFICIENT;
            case SUM -> new Length(parts.over + 4 + parts.under * SCHOOLS, parts.under * SCHOOLS);
        };
    }

    private Length longest(List<Expr> parts) {
        BinaryOperator<Length> or = Length::or;
        return parts.stream().map(this::of).reduce(CONDITION, or);
    }
}
