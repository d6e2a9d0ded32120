package pingheng.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock by which deadlines pass. It goes as fast as the one on the wall; in a rehearsal it may be moved, forward only. */
public final class MovableClock extends Clock {
    private final Clock wall;
    private volatile Duration ahead = Duration.ZERO;

    public MovableClock(Clock wall) {
        this.wall = wall;
    }

    /** Sets it to a time, for the start of a rehearsal. */
    public void set(Instant now) {
        ahead = Duration.between(wall.instant(), now);
    }

    @Override
    public Instant instant() {
        return wall.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
