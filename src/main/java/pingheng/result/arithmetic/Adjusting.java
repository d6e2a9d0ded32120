package pingheng.result.arithmetic;

import static pingheng.result.arithmetic.Adjustment.told;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;
import pingheng.round.setting.Credibility;

/** A total under way: it starts at the sum of the aspects, and each verb lists what it adds or takes. */
final class Adjusting {
    private static final Sentence NO_SAMPLE = new Sentence(
            "自评可信度：没有抽查过的自评得分，不作修正", "credibility: no self-score above 0 was checked on site, so nothing is corrected");

    private final Rounding rounding;
    private final BigDecimal awarded;
    private final BigDecimal maximum;
    private final List<Triggered> triggered;
    private final List<Adjustment> listed = new ArrayList<>();
    private BigDecimal total;

    /** What is triggered is taken in the order of its codes, so that the order in which it is given does not matter. */
    Adjusting(Rounding rounding, List<TotalResult.Aspect> aspects, List<? extends Triggered> triggered) {
        var score = rounding.score(BigDecimal.ZERO);
        var most = BigDecimal.ZERO;
        for (var aspect : aspects) {
            score = score.add(aspect.score());
            most = most.add(aspect.maximum());
        }
        this.rounding = rounding;
        this.awarded = score;
        this.maximum = most;
        this.triggered = new ArrayList<>(triggered);
        this.triggered.sort(Comparator.comparing(Triggered::code));
        this.total = score;
    }

    BigDecimal total() {
        return total;
    }

    List<Adjustment> listed() {
        return listed;
    }

    void list(Adjustment adjustment) {
        listed.add(adjustment);
        total = total.add(adjustment.amount());
    }

    private void list(String code, BigDecimal amount, Sentence why) {
        list(new Adjustment(code, rounding.exact(amount), why));
    }

    /** Points that do not apply earn what the others earn on average: awarded × inapplicable ÷ applicable, rounded once. */
    void rescale(BigDecimal inapplicable) {
        if (inapplicable.signum() == 0) return;

        var applicable = maximum.subtract(inapplicable);
        var amount = rounding.quotient(awarded.multiply(inapplicable), applicable);
        var working = told(awarded) + " × " + told(inapplicable) + " ÷ " + told(applicable) + " = " + told(amount);
        list(
                Adjustment.NOT_APPLICABLE,
                amount,
                new Sentence(
                        "不适用 " + told(inapplicable) + " 分，按其余 " + told(applicable) + " 分的得分折算：" + working,
                        told(inapplicable) + " points do not apply and earn as the other " + told(applicable) + " do: "
                                + working));
    }

    /** Corrects what the points awarded, before anything else was added, by the credibility of the self-evaluation. */
    void correct(Credibility method, List<PointScore> points) {
        if (method == Credibility.OFF) return;

        var found = Factor.of(method, points);
        if (found.isEmpty()) {
            list(Adjustment.CREDIBILITY, BigDecimal.ZERO, NO_SAMPLE);
            return;
        }
        var factor = found.get();
        var corrected = method == Credibility.C ? pointByPoint(points, factor) : factor.times(awarded, rounding);
        var amount = corrected.subtract(awarded);
        list(Adjustment.CREDIBILITY, amount, whyCorrected(method, factor, corrected, amount));
    }

    private BigDecimal pointByPoint(List<PointScore> points, Factor factor) {
        var sum = BigDecimal.ZERO;
        for (var point : points)
            if (point.outcome() instanceof Outcome.Scored(var score))
                sum = sum.add(factor.times(score, rounding).min(point.maximum()));
        return sum;
    }

    private Sentence whyCorrected(Credibility method, Factor factor, BigDecimal corrected, BigDecimal amount) {
        var fraction = told(factor.part()) + " ÷ " + told(factor.whole());
        var change = told(corrected) + " − " + told(awarded) + " = " + told(amount);
        return method == Credibility.C
                ? new Sentence(
                        "自评可信度（C）：每个观测点得分 × " + fraction + "，不超过该点满分；" + change,
                        "credibility (C): the score of each point × " + fraction + ", at most its maximum; " + change)
                : new Sentence(
                        "自评可信度（" + method.code() + "）：" + told(awarded) + " × " + fraction + " = " + told(corrected)
                                + "；" + change,
                        "credibility (" + method.code() + "): " + told(awarded) + " × " + fraction + " = "
                                + told(corrected) + "; " + change);
    }

    /** Lists each bonus in full, and takes back what they exceed their maximum by, if there is one. */
    void reward(@Nullable BigDecimal bonusMaximum) {
        var sum = BigDecimal.ZERO;
        for (var rule : triggered)
            if (rule instanceof Triggered.Bonus(var code, var value, var why)) {
                list(code, value, why);
                sum = sum.add(value);
            }
        if (bonusMaximum == null || sum.compareTo(bonusMaximum) <= 0) return;

        var working = told(bonusMaximum) + " − " + told(sum) + " = " + told(bonusMaximum.subtract(sum));
        list(
                Adjustment.BONUS_MAXIMUM,
                bonusMaximum.subtract(sum),
                new Sentence(
                        "加分最多 " + told(bonusMaximum) + " 分：" + working,
                        "bonuses earn at most " + told(bonusMaximum) + ": " + working));
    }

    /** Caps, then vetoes, then the steps by which the grade is lowered, which take no points. */
    void restrict() {
        for (var rule : triggered)
            if (rule instanceof Triggered.Cap(var code, var value, var why))
                list(code, value.subtract(total).min(BigDecimal.ZERO), why);
        for (var rule : triggered) if (rule instanceof Triggered.Veto) list(rule.code(), total.negate(), rule.why());
        for (var rule : triggered)
            if (rule instanceof Triggered.Downgrade) list(rule.code(), BigDecimal.ZERO, rule.why());
    }

    Grades.@Nullable Grade grade(@Nullable Grades grades) {
        if (grades == null) return null;

        int steps = 0;
        for (var rule : triggered) {
            if (rule instanceof Triggered.Veto) return grades.lowest();
            if (rule instanceof Triggered.Downgrade downgrade) steps += downgrade.steps();
        }
        return grades.lowered(total, steps);
    }
}
