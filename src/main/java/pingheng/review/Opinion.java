package pingheng.review;

import java.time.Instant;
import pingheng.people.Visitor;
import pingheng.problem.StandingText;
import pingheng.value.Login;

/** What a layer says of a unit as a whole, over the digest of everything it decided; it holds while that is today's. */
public record Opinion(String text, String digest, int format, Login person, String name, String post, Instant at) {
    /** The form of the text that is signed today. */
    public static final int FORMAT = 2;

    /** One that a person signs now; without a digest it is a draft. */
    static Opinion signed(String text, String digest, Visitor visitor, Instant now) {
        return new Opinion(text, digest, FORMAT, visitor.login(), visitor.name(), "", now);
    }

    /** As one is told who signed another at the same time. */
    StandingText standing() {
        return StandingText.of(name, at, text);
    }
}
