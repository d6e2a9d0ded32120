package pingheng.round;

import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Ledger;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.time.Mode;
import pingheng.time.MovableClock;

/** Moves the clock of a rehearsal, forward only; in production there is nothing to move. */
@Service
public class RehearsalClock {
    private final RoundStore store;
    private final MovableClock clock;
    private final Mode mode;
    private final Ledger ledger;

    RehearsalClock(RoundStore store, MovableClock clock, Mode mode, Ledger ledger) {
        this.store = store;
        this.clock = clock;
        this.mode = mode;
        this.ledger = ledger;
    }

    /** Sets the clock where it was moved to or where the ledger has been, whichever is later; at first to the beginning. */
    @Transactional
    public void start(Instant beginning) {
        if (!mode.rehearsal()) throw new IllegalStateException("production has no other time");
        var at = Stream.concat(store.clock().stream(), ledger.newest().stream())
                .filter(seen -> seen.isAfter(beginning))
                .max(Instant::compareTo)
                .orElse(beginning);
        clock.set(at);
        store.clock(at);
    }

    @Transactional
    public void move(Visitor visitor, Instant to) {
        if (!mode.rehearsal()) throw new Refused(Reason.unknown());
        if (!to.isAfter(clock.instant()))
            throw new Refused(Reason.malformed(
                    "round.clock-backward", "演练时间只能向前拨动", "The time of a rehearsal moves forward only"));

        clock.set(to);
        store.clock(to);

        ledger.record(
                visitor.actor(),
                visitor.unit(),
                "round.clock-moved",
                "clock",
                Sentence.of("演练时间拨到 %1$s", "The rehearsal's clock is moved to %1$s", to));
    }
}
