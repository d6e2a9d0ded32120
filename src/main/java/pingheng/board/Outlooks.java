package pingheng.board;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import pingheng.people.Visitor;
import pingheng.people.acts.VisitorArgument;
import pingheng.result.release.Released;
import pingheng.round.Rounds;

/** Looks up once a request what masthead and desk both stand on. */
@Component
class Outlooks {
    private static final String OUTLOOK = Outlook.class.getName();

    private final VisitorArgument visitors;
    private final Rounds rounds;
    private final Released released;

    Outlooks(VisitorArgument visitors, Rounds rounds, Released released) {
        this.visitors = visitors;
        this.rounds = rounds;
        this.released = released;
    }

    Outlook of(HttpServletRequest request, Visitor visitor) {
        if (request.getAttribute(OUTLOOK) instanceof Outlook known
                && known.visitor().equals(visitor)) return known;
        var unit = visitors.home(visitor, request);
        var outlook = new Outlook(visitor, unit, rounds.of(unit), released.inForce());
        request.setAttribute(OUTLOOK, outlook);
        return outlook;
    }
}
