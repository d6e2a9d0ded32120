package pingheng.duty.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pingheng.duty.Duty;
import pingheng.duty.Obligation;
import pingheng.framework.Point;
import pingheng.page.Page;
import pingheng.people.Body;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.PointCode;

/** The responsibility matrix: points down, bodies across; who leads, who cooperates, and what is amiss. */
public record MatrixPage(
        RequestContext context,
        List<Point> points,
        List<Body> bodies,
        Map<PointCode, List<Duty>> duties,
        Map<BodyId, List<Obligation>> obligations,
        List<Sentence> warnings,
        Set<BodyId> unreachable,
        Optional<Reason> whyNotChange)
        implements Page {

    public @Nullable Duty duty(Point point, Body body) {
        return duties.getOrDefault(point.code(), List.of()).stream()
                .filter(duty -> duty.body().equals(body.id()))
                .findFirst()
                .orElse(null);
    }

    public @Nullable BodyId lead(Point point) {
        return duties.getOrDefault(point.code(), List.of()).stream()
                .filter(Duty::leads)
                .map(Duty::body)
                .findFirst()
                .orElse(null);
    }

    public boolean owes(Body body, Obligation obligation) {
        return obligations.getOrDefault(body.id(), List.of()).contains(obligation);
    }

    /** How many points a body leads. */
    public long leads(Body body) {
        return duties.values().stream()
                .flatMap(List::stream)
                .filter(duty -> duty.leads() && duty.body().equals(body.id()))
                .count();
    }

    public List<Obligation> kinds() {
        return List.of(Obligation.values());
    }
}
