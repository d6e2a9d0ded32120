package pingheng.duty.pages;

import java.util.List;
import java.util.Optional;
import pingheng.duty.Duty;
import pingheng.framework.Point;
import pingheng.page.Page;
import pingheng.people.Body;
import pingheng.problem.Reason;
import pingheng.round.RequestContext;

/** One point of the matrix, to be assigned. */
public record AssignPage(
        RequestContext context, Point point, List<Body> bodies, List<Duty> duties, Optional<Reason> whyNotChange)
        implements Page {
    public boolean leads(Body body) {
        return duties.stream().anyMatch(duty -> duty.leads() && duty.body().equals(body.id()));
    }

    public boolean cooperates(Body body) {
        return duties.stream().anyMatch(duty -> !duty.leads() && duty.body().equals(body.id()));
    }
}
