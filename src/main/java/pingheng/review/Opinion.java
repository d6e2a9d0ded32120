package pingheng.review;

import java.time.Instant;
import pingheng.problem.StandingText;
import pingheng.value.Login;

/** What a layer says of a unit as a whole, over the digest of everything it decided; it holds while that is today's. */
public record Opinion(String text, String digest, Login person, String name, String post, Instant at) {
    /** As one is told who signed another at the same time. */
    StandingText standing() {
        return StandingText.of(name, at, text);
    }
}
