package pingheng.submission;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Sentence;
import pingheng.text.Coded;
import pingheng.value.Login;
import pingheng.value.PointCode;

/**
 * A sign-off 审核: who, on which post, on which step, of exactly what was seen: of a point, or of the whole, which has none. It holds
 * while that is what there is.
 */
public record SignOff(@Nullable PointCode point, Step step, String digest, Login person, String post, Instant at) {
    /** Which of these signatures a change ends; empty where none was given. */
    static Optional<Sentence> warning(@Nullable SignOff... signed) {
        var titles = Stream.of(signed)
                .filter(Objects::nonNull)
                .map(signOff -> signOff.step().title())
                .toList();
        if (titles.isEmpty()) return Optional.empty();
        return Optional.of(Sentence.of(
                "改动后%1$s签名失效，须重新签",
                "Any change here voids what is signed (%2$s): it is to be signed again",
                titles.stream().map(Sentence::zh).collect(Collectors.joining("、")),
                titles.stream().map(Sentence::en).collect(Collectors.joining(", "))));
    }

    /** The steps in their order. */
    public enum Step implements Coded {
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
    }
}
