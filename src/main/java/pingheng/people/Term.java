package pingheng.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pingheng.value.Login;

/** A time on a post: from a day on, and to the day before another; open while it lasts. */
public record Term(
        Login login, String name, LocalDate since, @Nullable LocalDate until) {}
