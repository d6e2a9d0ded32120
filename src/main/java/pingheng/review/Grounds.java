package pingheng.review;

import java.util.Optional;
import pingheng.people.Unit;
import pingheng.problem.Reason;
import pingheng.round.HeldRound;
import pingheng.value.PointCode;

/** What a decision of the on-site layer rests on; asked upward, where the visits are. */
public interface Grounds {
    /** Why nothing can be decided on site on a point of the unit; on any, for an empty code. */
    Optional<Reason> whyNotDecide(HeldRound round, Unit unit, PointCode point);

    /** Why nothing may be decided on site for the unit at all. */
    Optional<Reason> whyNotDecide(HeldRound round, Unit unit);
}
