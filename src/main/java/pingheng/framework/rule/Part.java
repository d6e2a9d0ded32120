package pingheng.framework.rule;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Malformed;
import pingheng.problem.Sentence;

/** One part of a point: its points, its rule, the value the rule is held against, and when it applies. */
public record Part(
        String code,
        Wording wording,
        Exact points,
        Rule rule,
        @Nullable Expr value,
        Conditions conditions,
        Expr score) {
    /** Thousands of cases are a slip of the finger: every deduction of a framework is used up long before. */
    private static final Exact MOST_CASES = Exact.of(99);

    /** Throws {@link Malformed} where the rule can earn more than the points of the part. */
    public Part {
        Worth.check(points, rule);
    }

    public Part(String code, Wording wording, Exact points, Rule rule, @Nullable Expr value, Conditions conditions) {
        this(code, wording, points, rule, value, conditions, rule.score(points));
    }

    public Part(String code, Exact points, Rule rule, @Nullable Expr value, Conditions conditions) {
        this(code, Wording.NONE, points, rule, value, conditions);
    }

    /** How the framework calls the part and each thing that is marked in it. */
    public record Wording(Sentence title, List<Sentence> items) {
        static final Wording NONE = new Wording(new Sentence("", ""), List.of());
    }

    /** When the part applies, what must hold for a score at all, and what overrides the rule; null is never asked. */
    public record Conditions(
            @Nullable Expr appliesIf,
            @Nullable Expr requires,
            @Nullable Expr zeroIf,
            @Nullable Expr fullIf) {
        public static final Conditions NONE = new Conditions(null, null, null, null);
    }

    /** Why a judge cannot give these marks: too many, too few, or out of the range of the rule. */
    public Optional<Sentence> whyNot(List<Exact> marks) {
        if (marks.size() != rule.marks())
            return Optional.of(Sentence.of(
                    "分项 %s 应有 %d 个评分，实有 %d 个",
                    "part %s takes %d marks, there are %d", code, rule.marks(), marks.size()));

        return marks.stream().filter(mark -> !allowed(mark)).findFirst().map(this::outOfRange);
    }

    /** Why nobody can type these marks: as above, and more cases than anybody counts. */
    Optional<Sentence> whyNotTyped(List<Exact> marks) {
        return whyNot(marks)
                .or(() -> rule instanceof Rule.Deductions
                        ? marks.stream()
                                .filter(mark -> mark.compareTo(MOST_CASES) > 0)
                                .findFirst()
                                .map(mark -> Sentence.of(
                                        "扣分项的次数至多 %2$s：%1$s",
                                        "a deduction counts %2$s cases at most: %1$s", mark, MOST_CASES))
                        : Optional.empty());
    }

    private boolean allowed(Exact mark) {
        return switch (rule) {
            case Rule.Elements _ -> mark.signum() >= 0 && mark.compareTo(Exact.ONE) <= 0;
            case Rule.Deductions _ -> mark.signum() >= 0 && mark.fits(0);
            case Rule.Bands(List<Rule.Band> bands) ->
                mark.compareTo(bands.getLast().from()) >= 0
                        && mark.compareTo(bands.getFirst().to()) <= 0;
            case Rule.Counted _, Rule.Threshold _, Rule.Linear _, Rule.PerPoint _, Rule.Proportional _, Rule.Rank _ ->
                false;
        };
    }

    private Sentence outOfRange(Exact mark) {
        return switch (rule) {
            case Rule.Deductions _ ->
                Sentence.of("扣分项的次数应为不小于 0 的整数：%s", "a deduction counts cases, 0 or more, whole: %s", mark);
            case Rule.Bands(List<Rule.Band> bands) ->
                Sentence.of(
                        "评判得分应在 %2$s 至 %3$s 之间：%1$s",
                        "a judged score lies between %2$s and %3$s: %1$s",
                        mark,
                        bands.getLast().from(),
                        bands.getFirst().to());
            default -> Sentence.of("要素的评分应在 0 与 1 之间：%s", "an element is marked between 0 and 1: %s", mark);
        };
    }
}
