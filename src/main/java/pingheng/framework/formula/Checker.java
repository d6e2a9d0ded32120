package pingheng.framework.formula;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pingheng.framework.formula.Type.Sign;

/**
 * Proves, before there is any value, that a formula is safe: numbers and conditions are not mixed, units agree,
 * no division can meet zero, figures of schools stand only inside sum, count and cv.
 */
public final class Checker {
    /** A formula that passed, with what is known of its result. */
    public record Checked(Expr expr, Type type) {}

    private static final Checker IN_UNIT = new Checker(Set.of(), Set.of(), false);
    private static final Checker IN_SCHOOL = new Checker(Set.of(), Set.of(), true);

    private final Set<Expr> positive;
    private final Set<Expr> notZero;
    private final boolean inSchool;

    private Checker(Set<Expr> positive, Set<Expr> notZero, boolean inSchool) {
        this.positive = positive;
        this.notZero = notZero;
        this.inSchool = inSchool;
    }

    /** Throws {@link Malformed}. */
    public static Checked check(Expr expr) {
        return IN_UNIT.checked(expr);
    }

    /** As above, where the condition is known to hold. */
    public static Checked check(Expr expr, Expr known) {
        return IN_UNIT.knowing(IN_UNIT.condition(known).expr, true).checked(expr);
    }

    /** As above, for a formula computed in each school. */
    public static Checked checkInSchool(Expr expr) {
        return IN_SCHOOL.checked(expr);
    }

    private Checked checked(Expr expr) {
        var checked = nodeOf(expr);
        boolean above =
                positive.contains(checked.expr) || checked.type.sign().known() && notZero.contains(checked.expr);
        return above ? number(checked.expr, checked.type.unit(), Sign.POSITIVE) : checked;
    }

    private Checked nodeOf(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal ->
                number(literal, literal.unit(), Sign.of(literal.value().signum()));
            case Expr.Figure figure -> figure(figure);
            case Expr.Negative(Expr of) -> {
                var inner = numeric(of);
                yield number(new Expr.Negative(inner.expr), inner.type.unit(), Sign.ANY);
            }
            case Expr.Arithmetic(char sign, Expr left, Expr right) -> arithmetic(sign, numeric(left), numeric(right));
            case Expr.Comparison(Relation relation, Expr left, Expr right) -> compared(relation, left, right);
            case Expr.Logic(boolean all, List<Expr> parts) ->
                new Checked(new Expr.Logic(all, inOrder(all, parts)), Type.TRUTH);
            case Expr.Not(Expr of) -> new Checked(new Expr.Not(condition(of).expr), Type.TRUTH);
            case Expr.If choice -> choice(choice);
            case Expr.Converted converted -> converted(converted);
            case Expr.Call(Function function, List<Expr> parts) -> call(function, parts);
            case Expr.Schools schools -> schools(schools);
        };
    }

    private Checked figure(Expr.Figure figure) {
        var traits = figure.name().traits();
        if (traits.perSchool() && !inSchool)
            throw new Malformed(
                    "「%s」是学校指标，须放在 sum()、count() 或 cv() 之内",
                    "“%s” is a figure of schools: put it inside sum(), count() or cv()", figure);
        if (traits.truth()) return new Checked(figure, Type.TRUTH);
        return number(
                figure,
                traits.unit(),
                traits.positive() ? Sign.POSITIVE : traits.negative() ? Sign.ANY : Sign.NOT_NEGATIVE);
    }

    private Checked arithmetic(char sign, Checked left, Checked right) {
        var expr = new Expr.Arithmetic(sign, left.expr, right.expr);
        var a = left.type;
        var b = right.type;
        return switch (sign) {
            case '+' -> number(expr, same(left, right), a.sign().plus(b.sign()));
            case '-' -> number(expr, same(left, right), Sign.ANY);
            case '*' -> number(expr, a.unit().times(b.unit()), a.sign().or(b.sign()));
            default -> {
                if (b.sign() != Sign.POSITIVE)
                    throw new Malformed(
                            "除数「%1$s」可能为零：请把指标标为 positive，或用 if(%1$s > 0, …) 或 applies_if 排除",
                            "the divisor “%1$s” can be zero: mark the figure positive, or rule it out by if(%1$s > 0, …) or applies_if",
                            right.expr);
                yield number(expr, a.unit().per(b.unit()), a.sign().or(b.sign()));
            }
        };
    }

    private Checked compared(Relation relation, Expr left, Expr right) {
        var a = numeric(left);
        var b = numeric(right);
        same(a, b);
        return new Checked(new Expr.Comparison(relation, a.expr, b.expr), Type.TRUTH);
    }

    private List<Expr> inOrder(boolean all, List<Expr> parts) {
        var checker = this;
        var checked = new ArrayList<Expr>();
        for (var part : parts) {
            checked.add(checker.condition(part).expr);
            checker = checker.knowing(checked.getLast(), all);
        }
        return List.copyOf(checked);
    }

    private Checked choice(Expr.If choice) {
        var condition = condition(choice.condition());
        var then = knowing(condition.expr, true).checked(choice.then());
        var otherwise = knowing(condition.expr, false).checked(choice.otherwise());
        if (then.type.truth() || otherwise.type.truth())
            throw new Malformed("if() 的后两项应为数值", "the last two parts of if() must be numbers");

        return number(
                new Expr.If(condition.expr, then.expr, otherwise.expr),
                same(then, otherwise),
                then.type.sign().or(otherwise.type.sign()));
    }

    private Checked converted(Expr.Converted converted) {
        var of = numeric(converted.of());
        var factor = of.type.unit().factorTo(converted.to());
        if (factor.signum() == 0)
            throw new Malformed(
                    "「%s」的单位是 %s，不能换算成 %s",
                    "“%s” is in %s, which cannot be turned into %s",
                    of.expr,
                    told(of.type.unit()),
                    told(converted.to()));
        return number(new Expr.Converted(of.expr, converted.to(), factor), converted.to(), of.type.sign());
    }

    private Checked call(Function function, List<Expr> parts) {
        if (function == Function.TALLY)
            return number(
                    new Expr.Call(
                            function,
                            parts.stream().map(part -> condition(part).expr).toList()),
                    MeasureUnit.NONE,
                    Sign.NOT_NEGATIVE);

        var checked = parts.stream().map(this::numeric).toList();
        var measured = checked.getFirst(); // the first that has a unit: a zero before it fits any
        var sign = measured.type.sign();
        for (var next : checked.subList(1, checked.size())) {
            same(measured, next);
            if (zero(measured.expr)) measured = next;
            sign = function == Function.MIN ? sign.or(next.type.sign()) : sign.max(next.type.sign());
        }
        var expr = new Expr.Call(function, checked.stream().map(Checked::expr).toList());
        return number(expr, measured.type.unit(), function == Function.ABS ? sign.max(Sign.NOT_NEGATIVE) : sign);
    }

    private Checked schools(Expr.Schools schools) {
        if (inSchool)
            throw new Malformed("sum()、count()、cv() 不能互相嵌套", "sum(), count() and cv() cannot stand inside each other");

        if (schools.parts().stream().noneMatch(Checker::perSchool))
            throw new Malformed(
                    "「%s」里没有学校指标，不必用 sum()、count() 或 cv()",
                    "“%s” names no figure of schools and needs no sum(), count() or cv()", schools);

        var inside = new Checker(positive, notZero, true);
        var parts = schools.parts().stream()
                .map(schools.aggregate() == Aggregate.COUNT ? inside::condition : inside::numeric)
                .toList();
        var expr = new Expr.Schools(
                schools.aggregate(), parts.stream().map(Checked::expr).toList(), schools.member());
        return switch (schools.aggregate()) {
            case SUM -> {
                var type = parts.getFirst().type;
                yield number(expr, type.unit(), type.sign().known() ? Sign.NOT_NEGATIVE : Sign.ANY);
            }
            case COUNT -> number(expr, MeasureUnit.NONE, Sign.NOT_NEGATIVE);
            case CV, CV_OF_SOMETHING -> {
                if (parts.getLast().type.sign() != Sign.POSITIVE
                        || !parts.getFirst().type.sign().known())
                    throw new Malformed(
                            "cv(数量, 学生数)：学生数须标为 positive，数量不得为负",
                            "cv(amount, pupils): pupils must be marked positive and the amount must not be negative");
                yield number(expr, MeasureUnit.NONE, Sign.NOT_NEGATIVE);
            }
        };
    }

    private static boolean perSchool(Expr expr) {
        return expr instanceof Expr.Figure(Name name) && name.traits().perSchool()
                || expr.parts().stream().anyMatch(Checker::perSchool);
    }

    private Checked numeric(Expr expr) {
        var checked = checked(expr);
        if (checked.type.truth())
            throw new Malformed("「%s」是条件，这里应为数值", "“%s” is a condition where a number is needed", checked.expr);
        return checked;
    }

    private Checked condition(Expr expr) {
        var checked = checked(expr);
        if (!checked.type.truth())
            throw new Malformed("「%s」是数值，这里应为条件", "“%s” is a number where a condition is needed", checked.expr);
        return checked;
    }

    private Checker knowing(Expr condition, boolean holds) {
        var knowing = new Checker(new HashSet<>(positive), new HashSet<>(notZero), inSchool);
        knowing.learn(condition, holds);
        return knowing;
    }

    private void learn(Expr condition, boolean holds) {
        switch (condition) {
            case Expr.Not(Expr of) -> learn(of, !holds);
            case Expr.Logic(boolean all, List<Expr> parts)
            when all == holds -> parts.forEach(part -> learn(part, holds));
            case Expr.Comparison(Relation relation, Expr left, Expr.Literal(Exact bound, MeasureUnit _)) ->
                learn(holds ? relation : relation.opposite(), bound, left);
            case Expr.Comparison(Relation relation, Expr.Literal(Exact bound, MeasureUnit _), Expr right) ->
                learn(holds ? relation.mirrored() : relation.mirrored().opposite(), bound, right);
            default -> {}
        }
    }

    private void learn(Relation relation, Exact bound, Expr number) {
        switch (relation) {
            case MORE -> {
                if (bound.signum() >= 0) positive.add(number);
            }
            case AT_LEAST, EQUAL -> {
                if (bound.signum() > 0) positive.add(number);
            }
            case UNEQUAL -> {
                if (bound.signum() == 0) notZero.add(number);
            }
            case LESS, AT_MOST -> {}
        }
    }

    /** The unit both share; a literal zero is zero in any unit. */
    private static MeasureUnit same(Checked left, Checked right) {
        if (zero(left.expr)) return right.type.unit();
        if (zero(right.expr) || left.type.unit().equals(right.type.unit())) return left.type.unit();
        throw new Malformed(
                "单位不一致：「%s」是 %s，「%s」是 %s；请给数字写上单位，如 100[人]，或用 in(…, [单位])、percent() 换算",
                "the units differ: “%s” is in %s, “%s” in %s; give a number its unit, as 100[人], or convert with in(…, [unit]) or percent()",
                left.expr,
                told(left.type.unit()),
                right.expr,
                told(right.type.unit()));
    }

    private static boolean zero(Expr expr) {
        return expr instanceof Expr.Literal(Exact value, MeasureUnit unit) && value.signum() == 0 && unit.bare();
    }

    private static String told(MeasureUnit unit) {
        return unit.bare() ? "1" : unit.toString();
    }

    private static Checked number(Expr expr, MeasureUnit unit, Sign sign) {
        return new Checked(expr, Type.number(unit, sign));
    }
}
