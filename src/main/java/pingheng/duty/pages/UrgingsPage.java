package pingheng.duty.pages;

import java.util.List;
import java.util.Optional;
import pingheng.duty.Urging;
import pingheng.page.Page;
import pingheng.people.Body;
import pingheng.problem.Reason;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;

/** What bodies are urged to do, and their answers. */
public record UrgingsPage(RequestContext context, List<One> urgings, List<Body> bodies, Optional<Reason> whyNotUrge)
        implements Page {
    /** An urging and why the visitor cannot answer it. */
    public record One(Urging urging, Optional<Reason> whyNotAnswer) {}

    public String body(BodyId id) {
        return bodies.stream()
                .filter(body -> body.id().equals(id))
                .map(Body::name)
                .findFirst()
                .orElse("");
    }
}
