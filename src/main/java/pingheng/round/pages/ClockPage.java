package pingheng.round.pages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.round.RehearsalClock;

/** The clock of a rehearsal, to be moved forward: to any time, or to what happens next; and how far it is on its way. */
public record ClockPage(
        Instant now,
        String day,
        String time,
        List<Line> lines,
        @Nullable Instant wanted) implements Page {
    /** Something that happens by itself, its local day and time, and whether it has happened. */
    public record Line(RehearsalClock.Stop stop, String day, String time, boolean past) {}
}
