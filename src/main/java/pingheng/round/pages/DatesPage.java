package pingheng.round.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.round.Lock;
import pingheng.round.RequestContext;
import pingheng.round.Stage;

/** When each stage is due for a unit, what locks it, and who may move the day. */
public record DatesPage(RequestContext context, List<Line> lines, Optional<Reason> whyNotExtend) implements Page {
    /** A stage: its day, its lock if it locks, and why the visitor cannot set the day. */
    public record Line(Stage stage, LocalDate due, @Nullable Lock lock, Optional<Reason> whyNotSet) {}
}
