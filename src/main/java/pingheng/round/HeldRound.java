package pingheng.round;

import java.time.Instant;
import java.time.OffsetDateTime;
import pingheng.value.RoundCode;

/** A round with the number it is kept under. */
public record HeldRound(long id, Round settings) {
    public RoundCode code() {
        return settings.code();
    }

    /** A time in the zone of the round. */
    public OffsetDateTime at(Instant at) {
        return at.atZone(settings.zone()).toOffsetDateTime();
    }
}
