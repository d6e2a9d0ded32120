package pingheng.review;

import org.springframework.stereotype.Service;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.Layer;
import pingheng.round.RequestContext;

/** Opinions on a unit: signed, or kept as a draft where something was decided or signed meanwhile. */
@Service
public class Opinions {
    private final Reviewing reviewing;

    Opinions(Reviewing reviewing) {
        this.reviewing = reviewing;
    }

    /** The words, and the digest of the review that was seen. */
    public record OpinionText(String text, String digest) {}

    /** Signs; what is refused by a conflict is kept in a transaction of its own before the refusal is told. */
    public void sign(RequestContext context, Layer layer, OpinionText opinion) {
        try {
            reviewing.sign(context, layer, opinion.text(), opinion.digest());
        } catch (Refused refused) {
            if (refused.reason().kind() == Reason.Kind.CONFLICT) reviewing.keep(context, layer, opinion.text());
            throw refused;
        }
    }
}
