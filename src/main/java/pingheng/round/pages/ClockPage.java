package pingheng.round.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.round.RehearsalClock;

/** The clock of a rehearsal, to be moved forward: to any time, or to what happens next; and how far it is on its way. */
public record ClockPage(
        Instant now,
        String day,
        String time,
        List<Line> lines,
        @Nullable Instant wanted,
        Optional<Reason> whyNotMove,
        boolean busy)
        implements Page {
    /** Something that happens by itself, its local day and time, and whether its time has come. */
    public record Line(RehearsalClock.Stop stop, String day, String time, boolean due) {}
}
