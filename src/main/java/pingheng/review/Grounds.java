package pingheng.review;

import java.util.Optional;
import pingheng.people.Unit;
import pingheng.problem.Reason;
import pingheng.round.HeldRound;

/** What a decision of the on-site layer rests on; asked upward, where the visits are. */
public interface Grounds {
    /** Why nothing can be decided on site on a point of the unit; on any, for an empty code. */
    Optional<Reason> whyNotDecide(HeldRound round, Unit unit, String point);
}
