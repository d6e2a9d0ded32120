package pingheng.people;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pingheng.value.Login;
import pingheng.value.PostId;

/** Who holds a post since when; whether they have chosen a password, or until when their slip is good. */
public record Holder(
        PostId post,
        Login login,
        String name,
        LocalDate since,
        boolean active,
        @Nullable Instant slipUntil) {}
