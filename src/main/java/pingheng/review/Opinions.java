package pingheng.review;

import java.time.Instant;
import org.springframework.stereotype.Service;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.round.Layer;

/** Opinions on a unit: signed, or kept as a draft where something was decided or signed meanwhile. */
@Service
public class Opinions {
    private final Reviewing reviewing;

    Opinions(Reviewing reviewing) {
        this.reviewing = reviewing;
    }

    /** Signs; what is refused by a conflict is kept in a transaction of its own before the refusal is told. */
    public void sign(
            Visitor visitor, HeldRound round, Unit unit, Layer layer, String text, String digest, Instant arrived) {
        try {
            reviewing.sign(visitor, round, unit, layer, text, digest, arrived);
        } catch (Refused refused) {
            if (refused.reason().kind() == Reason.Kind.CONFLICT) reviewing.keep(visitor, round, unit, layer, text);
            throw refused;
        }
    }
}
