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
import pingheng.round.RequestContext;
import pingheng.value.BodyId;

/** The problem list of a unit: each line with its measure, who is responsible, when it is due, the proof, until it is closed. */
public record RectificationPage(
        RequestContext context,
        Rectification of,
        List<Body> bodies,
        LocalDate today,
        Typed typed,
        @Nullable Refused refused)
        implements Refusable {
    /** What came back with a refusal, and the line and the form that it belongs to. */
    public record Typed(int number, String form, String text, BodyId body, String due) {
        static final Typed NONE = new Typed(0, "", "", BodyId.NEW, "");
    }

    /** Whether what was typed into this form of the line came back. */
    public boolean back(Item item, String form) {
        return typed.number() == item.deficiency().number() && typed.form().equals(form);
    }

    /** What the text of a form begins with: what was typed into it, else what there is. */
    public String text(Item item, String form, String otherwise) {
        return back(item, form) ? typed.text() : otherwise;
    }

    public String path(Item item, String verb) {
        return context.path("rectification/" + item.deficiency().number() + "/" + verb);
    }

    public Optional<Reason> whyNotPlan(Item item) {
        return Rectifying.whyNotPlan(context.user(), of, item);
    }

    public Optional<Reason> whyNotProve(Item item) {
        return Rectifying.whyNotProve(context.user(), of, item);
    }

    public Optional<Reason> whyNotCheck(Item item) {
        return Rectifying.whyNotCheck(context.user(), item);
    }

    public boolean overdue(Item item) {
        return item.overdue(today);
    }

    public long overdue() {
        return of.items().stream().filter(this::overdue).count();
    }
}
