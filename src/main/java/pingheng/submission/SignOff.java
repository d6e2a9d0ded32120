package pingheng.submission;

import java.time.Instant;
import java.util.Locale;
import pingheng.problem.Sentence;

/** A sign-off 审核: who, on which post, on which step, of exactly what was seen. It holds while that is what there is. */
public record SignOff(String point, Step step, String digest, String person, String post, Instant at) {
    /** The steps in their order. */
    public enum Step {
        FILLED("填报", "filled in"),
        CHECKED("审核", "checked"),
        OFFICE("办公室审定", "signed off by the office"),
        LEADER("领导审签", "signed off by the leading group");

        private final Sentence title;

        Step(String zh, String en) {
            this.title = new Sentence(zh, en);
        }

        public Sentence title() {
            return title;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Step of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
