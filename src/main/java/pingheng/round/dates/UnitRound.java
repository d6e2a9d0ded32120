package pingheng.round.dates;

import pingheng.people.Unit;
import pingheng.round.HeldRound;

/** A round as it is for a unit: whether the unit is there on the day by which all submit, and the unit's days. */
public record UnitRound(HeldRound round, boolean there, Milestones dates) {
    /** Whether the unit is evaluated in the round, or looks on from above. */
    public boolean isFor(Unit unit) {
        return round.frameworks().containsKey(unit.level()) && (!unit.evaluated() || there);
    }

    /** Whether the unit is evaluated in the round. */
    public boolean evaluates(Unit unit) {
        return unit.evaluated() && isFor(unit);
    }
}
