package pingheng.submission.tables.pages;

import java.util.Optional;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.round.pages.Where;

/** Where the grid of figures is taken out as a table and handed in again. */
public record FigureTablePage(Where where, Optional<Reason> whyNotTake) implements Page {}
