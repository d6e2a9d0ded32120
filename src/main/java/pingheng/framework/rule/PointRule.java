package pingheng.framework.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Expr;
import pingheng.framework.formula.Missing;
import pingheng.framework.formula.Name;
import pingheng.framework.formula.Scope;
import pingheng.problem.Sentence;

/**
 * How a point is scored: its parts added up; the share of a part that does not apply is spread over those that do.
 *
 * @param marks how many marks a judge gives for the whole point; none when figures alone decide
 * @param ranks whether a part asks for the place of the unit
 */
public record PointRule(Exact points, List<Part> parts, int marks, boolean ranks) {
    public PointRule(Exact points, List<Part> parts) {
        this(
                points,
                parts,
                parts.stream().mapToInt(part -> part.rule().marks()).sum(),
                parts.stream().anyMatch(part -> part.rule() instanceof Rule.Rank));
    }

    /**
     * The score, rounded once, half up, to so many decimals.
     *
     * @param marks of all judged parts, in their order
     * @param placings the place of the unit for the part of an index, for rules that rank
     */
    public Outcome score(Scope figures, List<Exact> marks, IntFunction<Placing> placings, int decimals) {
        return score(figures, marks, placings, decimals, Trace.NONE);
    }

    /** The same, with every step told; {@code formulas} are those of the derived figures. */
    public Derivation derive(
            Scope figures, Map<Name, Expr> formulas, List<Exact> marks, IntFunction<Placing> placings, int decimals) {
        var recorder = new Recorder(formulas);
        var outcome = score(figures, marks, placings, decimals, recorder);
        return new Derivation(recorder.entries(), outcome);
    }

    /** Why a judge cannot give these marks. */
    public Optional<Sentence> whyNot(List<Exact> marks) {
        if (marks.size() != marks())
            return Optional.of(
                    Sentence.of("应有 %d 个评分，实有 %d 个", "%d marks are needed, there are %d", marks(), marks.size()));

        int next = 0;
        for (var part : parts) {
            var whyNot = part.whyNot(marks.subList(next, next += part.rule().marks()));
            if (whyNot.isPresent()) return whyNot;
        }
        return Optional.empty();
    }

    /** Why marks cannot be typed: one that is given is out of its range, or there are not as many as items; a draft may lack some. */
    public Optional<Sentence> whyNotTyped(Marks typed) {
        if (typed.none()) return Optional.empty();
        var fields = typed.fields();
        if (fields.size() != marks()) return whyNot(Collections.nCopies(fields.size(), Exact.ZERO));

        int next = 0;
        for (var part : parts)
            for (int i = 0; i < part.rule().marks(); i++) {
                var field = fields.get(next++);
                if (field.isEmpty()) continue;
                var all = new ArrayList<>(Collections.nCopies(part.rule().marks(), Exact.of(field)));
                var whyNot = part.whyNotTyped(all);
                if (whyNot.isPresent()) return whyNot;
            }
        return Optional.empty();
    }

    private Outcome score(Scope figures, List<Exact> marks, IntFunction<Placing> placings, int decimals, Trace trace) {
        try {
            return summed(figures, marks, placings, decimals, trace);
        } catch (Missing missing) {
            return new Outcome.Undecided(missing.why(), Lacking.of(parts, figures, marks, placings));
        }
    }

    private Outcome summed(Scope figures, List<Exact> marks, IntFunction<Placing> placings, int decimals, Trace trace) {
        var scoring = new PartScore(figures, trace);
        var sum = Exact.ZERO;
        var applying = Exact.ZERO;
        int next = 0;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var conditions = part.conditions();
            var own = part.rule().marks() == 0
                    ? List.<Exact>of()
                    : marks.subList(next, next += part.rule().marks());
            boolean applies =
                    conditions.appliesIf() == null || conditions.appliesIf().truth(figures);
            trace.begins(part, applies);
            if (conditions.appliesIf() != null) trace.asked("applies_if", conditions.appliesIf(), figures, applies);
            if (!applies) continue;
            var requires = conditions.requires();
            if (requires != null && !scoring.holds("requires", requires))
                return new Outcome.Undecided(tooLittle(part, requires), Lacking.of(parts, figures, marks, placings));

            applying = applying.plus(part.points());
            sum = sum.plus(scoring.of(part, placings.apply(i), own));
        }
        if (applying.signum() == 0)
            return new Outcome.NotApplicable(Sentence.of("各分项均不适用", "no part of the point applies"));

        boolean spread = applying.compareTo(points) != 0;
        var score = spread ? sum.times(points).dividedBy(applying) : sum;
        var rounded = score.rounded(decimals);
        trace.added(spread ? " * " + points.literal() + " / " + applying.literal() : "", score, rounded);
        return new Outcome.Scored(rounded);
    }

    private static Sentence tooLittle(Part part, Expr requires) {
        return Sentence.of(
                "分项 %s 不满足计分前提「%s」（样本量不足）",
                "part %s does not meet “%s”: the sample is too small for a score", part.code(), requires);
    }
}
