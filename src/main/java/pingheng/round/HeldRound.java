package pingheng.round;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.value.FrameworkId;
import pingheng.value.RoundCode;

/** A round with the number it is kept under, and the framework of each level it evaluates, which never becomes another one. */
public record HeldRound(long id, Round settings, Map<Level, FrameworkId> frameworks) {
    public HeldRound {
        frameworks = Map.copyOf(frameworks);
    }

    public RoundCode code() {
        return settings.code();
    }

    /** A time in the zone of the round. */
    public OffsetDateTime at(Instant at) {
        return at.atZone(settings.zone()).toOffsetDateTime();
    }

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
}
