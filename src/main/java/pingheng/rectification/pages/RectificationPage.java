package pingheng.rectification.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.page.Refusable;
import pingheng.people.Body;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.rectification.Item;
import pingheng.rectification.Rectification;
import pingheng.rectification.Rectifying;
import pingheng.round.pages.Where;

/** The problem list of a unit: each line with its measure, who is responsible, when it is due, the proof, until it is closed. */
public record RectificationPage(
        Where where,
        Rectification of,
        List<Body> bodies,
        LocalDate today,
        @Nullable Refused refused) implements Refusable {
    public String path(Item item, String verb) {
        return where.path("rectification/" + item.deficiency().number() + "/" + verb);
    }

    public Optional<Reason> whyNotPlan(Item item) {
        return Rectifying.whyNotPlan(where.visitor(), of, item);
    }

    public Optional<Reason> whyNotProve(Item item) {
        return Rectifying.whyNotProve(where.visitor(), of, item);
    }

    public Optional<Reason> whyNotCheck(Item item) {
        return Rectifying.whyNotCheck(where.visitor(), item);
    }

    public boolean overdue(Item item) {
        return item.overdue(today);
    }

    public long overdue() {
        return of.items().stream().filter(this::overdue).count();
    }
}
