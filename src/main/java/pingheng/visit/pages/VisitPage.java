package pingheng.visit.pages;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.framework.Point;
import pingheng.page.Refusable;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.PointCode;
import pingheng.visit.Inspector;
import pingheng.visit.SiteFinding;
import pingheng.visit.Visit;

/** A visit: what was found point by point, handed over and countersigned. The unit reads it from the hand-over on. */
public record VisitPage(
        Visit visit,
        List<Inspector> sendable,
        May may,
        Typed typed,
        @Nullable Refused refused) implements Refusable {
    /** What the visitor may do here, and why not. */
    public record May(
            Visitor visitor,
            Optional<Reason> whyNotLead,
            Optional<Reason> whyNotNote,
            Optional<Reason> whyNotHandOver,
            Optional<Reason> whyNotCountersign) {}

    /** What came back with a refusal, and the point that it was written on; none for the word of the unit. */
    public record Typed(@Nullable PointCode point, String text) {}

    /** Whether what was typed on a point came back. */
    public boolean back(PointCode point) {
        return refused != null && point.equals(typed.point());
    }

    /** What was typed on a point that nothing is noted on. */
    public String begun() {
        return typed.point() != null && visit.version(typed.point()).none() ? typed.text() : "";
    }

    /** The word of the unit as it came back. */
    public String word() {
        return typed.point() == null ? typed.text() : "";
    }

    /** Those taken back, which can be noted anew. */
    public List<SiteFinding> takenBack() {
        return visit.findings().stream().filter(one -> one.text().isEmpty()).toList();
    }

    public String path(String rest) {
        return "/r/" + visit.round().code() + "/visits/" + visit.unit().code() + rest;
    }

    public String back() {
        return "/r/" + visit.round().code() + "/visits";
    }

    /** Where the province decides on a point of the on-site layer. */
    public String decision(SiteFinding finding) {
        return "/r/" + visit.round().code() + "/" + visit.unit().code() + "/review/onsite/" + finding.point();
    }

    public boolean leads() {
        return may.whyNotLead.isEmpty();
    }

    public boolean owns() {
        return may.visitor.ownsUnit(visit.unit().code());
    }

    public List<SiteFinding> findings() {
        return visit.noted();
    }

    public Sentence state() {
        return SamplePage.told(visit, may.visitor);
    }

    public Sentence title(PointCode point) {
        return visit.framework().points().stream()
                .filter(one -> one.code().equals(point))
                .findFirst()
                .map(Point::title)
                .orElse(new Sentence("", ""));
    }

    /** Those who could be sent, too. */
    public List<Inspector> others() {
        return sendable.stream().filter(one -> !visit.assigned(one.post())).toList();
    }
}
