package pingheng.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Sentence;

/** What stands above every page: who is here on which post, where one can go, which phase it is and how long it lasts. {@code sender} names login and post in forms. */
public record Masthead(
        @Nullable Sentence who,
        @Nullable Sentence unit,
        List<Link> links,
        @Nullable Sentence phase,
        boolean pressing,
        boolean unofficial,
        boolean rehearsal,
        String sender) {

    /** For those who have not signed in. */
    public static Masthead empty(boolean rehearsal) {
        return new Masthead(null, null, List.of(), null, false, rehearsal, rehearsal, "");
    }

    /** A place to go to, and whether one is there. */
    public record Link(String href, Sentence label, boolean here) {}
}
