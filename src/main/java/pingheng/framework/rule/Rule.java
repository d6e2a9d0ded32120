package pingheng.framework.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Function;
import pingheng.framework.formula.Malformed;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Relation;

/**
 * How a part of a point earns its points. {@link #score} tells it as a formula over {@code value}, {@code mark1}, {@code mark2}…,
 * {@code place} and {@code units}; that formula is both what is computed and what is shown.
 */
public sealed interface Rule {
    /** The formula of the points earned, for a part of so many points. */
    Expr score(Exact points);

    /** How many marks a judge gives. */
    default int marks() {
        return 0;
    }

    /** Whether the rule is held against a value computed from figures. */
    default boolean needsValue() {
        return marks() == 0;
    }

    /** Which way the value is better, where the rule says so. */
    default Optional<Boolean> high() {
        return Optional.empty();
    }

    /** The units of the lines of this rule; the value must have the same. */
    default List<Limit> limits() {
        return List.of();
    }

    /** 要素: so many points for each element; a mark of 0.5 is an element half met. */
    record Elements(List<Exact> each) implements Rule {
        @Override
        public Expr score(Exact points) {
            return weighed(each);
        }

        @Override
        public int marks() {
            return each.size();
        }
    }

    /** 扣分, judged: so many points off for each case found, down to zero (扣完为止). */
    record Deductions(List<Exact> perCase) implements Rule {
        @Override
        public Expr score(Exact points) {
            return notBelowZero(minus(number(points), weighed(perCase)));
        }

        @Override
        public int marks() {
            return perCase.size();
        }
    }

    /** 扣分, counted: the value is the number of cases. */
    record Counted(Exact perCase) implements Rule {
        @Override
        public Expr score(Exact points) {
            return notBelowZero(minus(number(points), times(number(perCase), notBelowZero(Given.VALUE))));
        }

        @Override
        public Optional<Boolean> high() {
            return Optional.of(false);
        }
    }

    /** 达标: all or nothing, or fewer points for easier lines. */
    record Threshold(Limit full, List<Step> steps) implements Rule {
        public Threshold {
            var above = full;
            for (int i = 0; i < steps.size(); i++) {
                if (!steps.get(i).limit.easierThan(above))
                    throw new Malformed(
                            "档次重叠：%s 应比 %s 容易达到且方向一致",
                            "the tiers overlap: %s must be easier than %s and look the same way",
                            steps.get(i).limit,
                            above);
                if (i > 0 && steps.get(i).points.compareTo(steps.get(i - 1).points) >= 0)
                    throw new Malformed("档次的分值应逐档减少", "each tier must earn less than the one before");
                above = steps.get(i).limit;
            }
        }

        @Override
        public Expr score(Exact points) {
            Expr below = number(Exact.ZERO);
            for (var step : steps.reversed()) below = new Expr.If(step.limit.met(), number(step.points), below);
            return new Expr.If(full.met(), number(points), below);
        }

        @Override
        public Optional<Boolean> high() {
            return Optional.of(full.high());
        }

        @Override
        public List<Limit> limits() {
            var limits = new ArrayList<>(List.of(full));
            steps.forEach(step -> limits.add(step.limit));
            return limits;
        }
    }

    /** A tier of a threshold: the line and the points for meeting it. */
    record Step(Limit limit, Exact points) {}

    /** 线性: from no points at one line to all at the other, straight between. */
    record Linear(Limit full, Limit zero) implements Rule {
        public Linear {
            full.refuseStrict();
            zero.refuseStrict();
            int way = full.at().compareTo(zero.at());
            if (way == 0 || way > 0 != full.high())
                throw new Malformed(
                        "满分线 %s 与零分线 %s 相同或方向相反",
                        "full %s and zero %s are the same or the wrong way round", full, zero);
        }

        @Override
        public Expr score(Exact points) {
            var way = number(full.at().minus(zero.at()), full.unit());
            return times(number(points), share(divided(minus(Given.VALUE, zero.literal()), way)));
        }

        @Override
        public Optional<Boolean> high() {
            return Optional.of(full.high());
        }

        @Override
        public List<Limit> limits() {
            return List.of(full, zero);
        }
    }

    /** 每百分点: so many points off for each unit (percentage point) away from the line, down to zero. */
    record PerPoint(Limit full, Exact step) implements Rule {
        public PerPoint {
            full.refuseStrict();
        }

        @Override
        public Expr score(Exact points) {
            var away = full.high() ? minus(full.literal(), Given.VALUE) : minus(Given.VALUE, full.literal());
            return notBelowZero(minus(number(points), times(number(step), notBelowZero(away))));
        }

        @Override
        public Optional<Boolean> high() {
            return Optional.of(full.high());
        }

        @Override
        public List<Limit> limits() {
            return List.of(full);
        }
    }

    /** 按比例: value over target times the points, at most all of them. */
    record Proportional(Limit full) implements Rule {
        public Proportional {
            full.refuseStrict();
            if (!full.high() || full.at().signum() <= 0)
                throw new Malformed("按比例计分的满分线应为大于零的 >=", "a proportional rule needs a line >= above zero");
        }

        @Override
        public Expr score(Exact points) {
            return times(number(points), share(divided(Given.VALUE, full.literal())));
        }

        @Override
        public Optional<Boolean> high() {
            return Optional.of(true);
        }

        @Override
        public List<Limit> limits() {
            return List.of(full);
        }
    }

    /** 排名: by the place of the value in the region; a tier reaches to a share of the units, in percent. */
    record Rank(boolean highIsBetter, List<Tier> tiers) implements Rule {
        public Rank {
            var before = new Tier(Exact.ZERO, tiers.getFirst().points.plus(Exact.ONE));
            for (var tier : tiers) {
                if (tier.to.compareTo(before.to) <= 0 || tier.points.compareTo(before.points) >= 0)
                    throw new Malformed(
                            "排名档次重叠：名次比例应逐档递增，分值应递减",
                            "the tiers of places overlap: shares must rise from tier to tier and points fall");
                before = tier;
            }
            if (before.to.compareTo(Exact.of(100)) > 0)
                throw new Malformed("排名档次的名次比例至多 100", "the share of places is 100 at most");
        }

        @Override
        public Expr score(Exact points) {
            Expr below = number(Exact.ZERO);
            for (var tier : tiers.reversed()) {
                var reached = new Expr.Comparison(
                        Relation.AT_MOST,
                        times(Given.PLACE, number(Exact.of(100))),
                        times(number(tier.to), Given.UNITS));
                below = new Expr.If(reached, number(tier.points), below);
            }
            return below;
        }

        @Override
        public Optional<Boolean> high() {
            return Optional.of(highIsBetter);
        }
    }

    /** A tier of places: how far it reaches in percent of the units, and its points. */
    record Tier(Exact to, Exact points) {}

    /** 评判: a judge names the score itself, inside described bands (8-10 good, 4-7 fair, 1-3 poor). */
    record Bands(List<Band> bands) implements Rule {
        public Bands {
            for (int i = 0; i < bands.size(); i++) {
                if (bands.get(i).to.compareTo(bands.get(i).from) < 0)
                    throw new Malformed("等次的上限低于下限", "a band ends below its start");
                if (i > 0 && bands.get(i).to.compareTo(bands.get(i - 1).from) >= 0)
                    throw new Malformed(
                            "等次重叠：应从高到低，上一等次的下限应高于下一等次的上限",
                            "the bands overlap: list them from the best down, each above the next");
            }
        }

        @Override
        public Expr score(Exact points) {
            return Given.mark(0);
        }

        @Override
        public int marks() {
            return 1;
        }
    }

    /** One described band of scores, both ends included; between two bands the lower one is meant. */
    record Band(Exact from, Exact to) {}

    private static Expr weighed(List<Exact> each) {
        Expr sum = times(Given.mark(0), number(each.getFirst()));
        for (int i = 1; i < each.size(); i++)
            sum = new Expr.Arithmetic('+', sum, times(Given.mark(i), number(each.get(i))));
        return sum;
    }

    private static Expr share(Expr number) {
        return notBelowZero(new Expr.Call(Function.MIN, List.of(number, number(Exact.ONE))));
    }

    private static Expr notBelowZero(Expr number) {
        return new Expr.Call(Function.MAX, List.of(number, number(Exact.ZERO)));
    }

    private static Expr minus(Expr left, Expr right) {
        return new Expr.Arithmetic('-', left, right);
    }

    private static Expr times(Expr left, Expr right) {
        return new Expr.Arithmetic('*', left, right);
    }

    private static Expr divided(Expr left, Expr right) {
        return new Expr.Arithmetic('/', left, right);
    }

    private static Expr number(Exact value) {
        return number(value, MeasureUnit.NONE);
    }

    private static Expr number(Exact value, MeasureUnit unit) {
        return new Expr.Literal(value, unit);
    }
}
