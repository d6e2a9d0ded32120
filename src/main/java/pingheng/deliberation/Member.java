package pingheng.deliberation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pingheng.value.PostId;

/** A member of the committee who came to a session: the post, its holder then, and the region they come from, empty for none. */
public record Member(
        PostId post,
        String title,
        String name,
        String region,
        @Nullable Departure left) {
    /** That a member left before the session ended. Their marks are void from then on. */
    public record Departure(String reason, Instant at) {}

    public boolean present() {
        return left == null;
    }

    /** As the minutes call them. */
    public String told() {
        return title + " " + name;
    }
}
