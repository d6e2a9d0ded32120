package pingheng.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The clock by which deadlines pass. It goes as fast as the one on the wall; in a rehearsal it may be moved, forward only. */
public final class MovableClock extends Clock {
    /** How far ahead of the wall it is for one task, which catches up on what was due earlier. */
    private static final ScopedValue<Duration> CATCHING_UP = ScopedValue.newInstance();

    private final Clock wall;
    private volatile Duration ahead = Duration.ZERO;

    public MovableClock(Clock wall) {
        this.wall = wall;
    }

    /** Sets it to a time, for the start of a rehearsal. */
    public void set(Instant now) {
        ahead = Duration.between(wall.instant(), now);
    }

    /** Does a task by an earlier time, which goes on from there; for everybody else the clock stays as it is. */
    public <T> T asOf(Instant earlier, Supplier<T> task) {
        return ScopedValue.where(CATCHING_UP, Duration.between(wall.instant(), earlier))
                .call(task::get);
    }

    /** The task by the time of whoever hands it to another thread. */
    public Runnable here(Runnable task) {
        if (!CATCHING_UP.isBound()) return task;
        var earlier = CATCHING_UP.get();
        return () -> ScopedValue.where(CATCHING_UP, earlier).run(task);
    }

    @Override
    public Instant instant() {
        return wall.instant().plus(CATCHING_UP.orElse(ahead));
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
