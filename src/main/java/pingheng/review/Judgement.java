package pingheng.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.problem.Sentence;
import pingheng.round.Layer;
import pingheng.submission.Answer;
import pingheng.text.Coded;
import pingheng.value.Code;
import pingheng.value.number.Score;

/** What one layer says of one point of one unit, by which post, and why. */
public record Judgement(
        Layer layer,
        Decision decision,
        List<Exact> marks,
        @Nullable Score score,
        @Nullable Score claim,
        String reason,
        String by,
        @Nullable Sentence unreadable) {
    /** One that can be read. */
    public Judgement(
            Layer layer,
            Decision decision,
            List<Exact> marks,
            @Nullable Score score,
            @Nullable Score claim,
            String reason,
            String by) {
        this(layer, decision, marks, score, claim, reason, by, null);
    }

    /** What the unit says of itself; empty while its marks are not complete. */
    public static Optional<Judgement> own(Answer answer) {
        var unreadable = answer.unreadable();
        if (unreadable.isPresent()) return Optional.of(own(List.of(), answer).unreadable(unreadable.get()));
        return answer.marks().whole().filter(marks -> !marks.isEmpty()).map(marks -> own(marks, answer));
    }

    /** One of which the row cannot be read: the sentence stands in the place of its outcome. */
    Judgement unreadable(Sentence why) {
        return new Judgement(layer, decision, marks, score, claim, reason, by, why);
    }

    private static Judgement own(List<Exact> marks, Answer answer) {
        return new Judgement(
                Layer.SELF, Decision.MARKS, marks, null, answer.claim(), answer.reason(), Code.textOf(answer.person()));
    }

    /** How a layer comes to its outcome. */
    public enum Decision implements Coded {
        /** Marks of its own; the rule runs on them. */
        MARKS("自行评分", "gives marks"),
        /** The marks of the layer it builds on; the rule runs with the layer's own figures. */
        AGREE("同意", "agrees"),
        /** The province takes the city's outcome as it is. */
        ADOPT_CITY("采用市级结论", "adopts what the city said"),
        /** A score, as an exception with a reason. */
        SCORE("直接给分", "gives a score"),
        /** The point does not apply to the unit, with a reason. */
        NOT_APPLICABLE("不适用", "does not apply");

        private final String zh;
        private final String en;

        Decision(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** In words. */
        public Sentence told() {
            return new Sentence(zh, en);
        }

        boolean needsReason() {
            return this == SCORE || this == NOT_APPLICABLE;
        }
    }
}
