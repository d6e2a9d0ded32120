package pingheng.round;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import pingheng.people.Level;
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
}
