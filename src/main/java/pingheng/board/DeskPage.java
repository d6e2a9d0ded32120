package pingheng.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.ledger.Entry;
import pingheng.page.Page;
import pingheng.people.Visitor;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.round.Stage;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** My desk: what is missing, who owes it, how many days are left; then what changed. */
public record DeskPage(
        Visitor visitor,
        @Nullable RequestContext context,
        List<Task> tasks,
        List<OfBody> bodies,
        Map<Stage, LocalDate> due,
        List<Entry> recent,
        List<UnitLine> units,
        List<Result> results)
        implements Page {
    /** The dates of the unit of the desk, which inspectors and members of the committee do not see. */
    public Optional<String> dates() {
        return Optional.ofNullable(context)
                .filter(one -> one.user().whyNotSee(one.unit()).isEmpty())
                .map(one -> one.path("dates"));
    }

    /** Another round whose result is in force: its ranking, and the derivations of the visitor's own unit. */
    public record Result(
            Sentence title, String ranking, @Nullable String dossier) {}

    /** One thing to do, where to do it, and the day it is due; the most pressing first. */
    public record Task(
            Sentence what,
            String href,
            Sentence why,
            @Nullable LocalDate due) {}

    /** How far a body is with the points it leads. */
    public record OfBody(
            String name, long done, long all, @Nullable PointCode first) {}

    /** A unit that the visitor watches from above: how far it is, and no number more. */
    public record UnitLine(
            UnitCode code,
            String name,
            String region,
            Sentence standing,
            String href,
            @Nullable Reviewed reviewed) {}

    /** How far the visitor's layer is with a unit, and where it goes on. */
    public record Reviewed(int decided, int all, String href) {}
}
