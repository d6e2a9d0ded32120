package pingheng.round.pages;

import java.time.Instant;
import pingheng.page.Page;

/** The clock of a rehearsal, to be moved forward. */
public record ClockPage(Instant now, String day, String time) implements Page {}
