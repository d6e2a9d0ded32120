package pingheng.problem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What stands where another text was to go: by whom, since when, and what it says. */
public record StandingText(String who, @Nullable Instant at, Sentence text) {
    public static StandingText of(String who, @Nullable Instant at, String text) {
        return new StandingText(who, at, new Sentence(text, text));
    }
}
