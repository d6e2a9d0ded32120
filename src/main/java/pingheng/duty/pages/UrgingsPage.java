package pingheng.duty.pages;

import java.util.List;
import java.util.Optional;
import pingheng.duty.Urging;
import pingheng.page.Page;
import pingheng.people.Body;
import pingheng.problem.Reason;
import pingheng.round.RequestContext;

/** What bodies are urged to do, and their answers. */
public record UrgingsPage(RequestContext context, List<One> urgings, List<Body> bodies, Optional<Reason> whyNotUrge)
        implements Page {
    /** An urging and why the visitor cannot answer it. */
    public record One(Urging urging, Optional<Reason> whyNotAnswer) {}

    public String body(long id) {
        return bodies.stream()
                .filter(body -> body.id() == id)
                .map(Body::name)
                .findFirst()
                .orElse("");
    }
}
