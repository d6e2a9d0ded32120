package pingheng.submission.tables.pages;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Cell;
import pingheng.figure.Reported;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.round.RequestContext;

/** Where the grid of figures is taken out as a table and handed in again, and what the last one left empty. */
public record FigureTablePage(RequestContext context, Optional<Reason> whyNotTake, List<Emptied> emptied)
        implements Page {
    /** A cell that the table left empty and that holds a value: to be withdrawn, or left as it is. */
    public record Emptied(Cell cell, @Nullable Reported reported, Optional<Reason> whyNot) {}
}
