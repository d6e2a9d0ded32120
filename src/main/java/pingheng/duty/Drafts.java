package pingheng.duty;

import java.util.Set;
import pingheng.people.Unit;
import pingheng.round.HeldRound;
import pingheng.value.PointCode;

/** Known to whoever keeps what is written: the points of a unit that somebody has begun to write on. */
public interface Drafts {
    Set<PointCode> points(HeldRound round, Unit unit);
}
