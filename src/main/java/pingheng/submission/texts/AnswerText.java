package pingheng.submission.texts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.framework.rule.Marks;
import pingheng.submission.Answer;
import pingheng.value.Login;
import pingheng.value.number.Score;
import pingheng.value.number.Version;

/**
 * A text on a point: the one that stands, or one that waits beside it under a number of its own. The version of the latter is the one
 * that its writer had seen.
 */
public record AnswerText(
        long beside,
        Version version,
        @Nullable Login login,
        String name,
        @Nullable Instant at,
        Marks marks,
        @Nullable Score claim,
        String reason,
        String statement) {

    /** An answer, by whom in words; number 0 is the one that stands. */
    public static AnswerText of(long beside, Answer answer, String name) {
        return new AnswerText(
                beside,
                answer.version(),
                answer.person(),
                name,
                answer.at(),
                answer.marks(),
                answer.claim(),
                answer.reason(),
                answer.statement());
    }

    public boolean stands() {
        return beside == 0;
    }

    /** The marks one by one; a dash for one that is not given. */
    public List<String> marked() {
        return marks.each();
    }
}
