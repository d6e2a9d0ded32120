package pingheng.round;

import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
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
    private final ApplicationEventPublisher events;
    private final Deque<Hold> holds = new ConcurrentLinkedDeque<>();

    RehearsalClock(RoundStore store, MovableClock clock, Mode mode, Ledger ledger, ApplicationEventPublisher events) {
        this.store = store;
        this.clock = clock;
        this.mode = mode;
        this.ledger = ledger;
        this.events = events;
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

    /** Told when somebody wants to be at a later time: whoever plays what happens meanwhile moves the clock there, step by step. */
    public record Wanted(Instant to) {}

    /** Why the visitor cannot move the clock now: only the province does, for everybody, and not while something is being played. */
    public Optional<Reason> whyNotMove(Visitor visitor) {
        if (!mode.rehearsal()) return Optional.of(Reason.unknown());
        if (!visitor.is(Role.PROVINCE))
            return Optional.of(Reason.forbidden(
                    "round.clock-province", "时间由省级拨动，所有人一起前进", "The province moves the time, for everybody at once"));
        return Optional.ofNullable(holds.peekLast()).map(Hold::why);
    }

    /** That nobody moves the clock until it is closed, because something is being played. */
    public final class Hold implements AutoCloseable {
        private final Reason why;

        private Hold(Reason why) {
            this.why = why;
        }

        private Reason why() {
            return why;
        }

        @Override
        public void close() {
            holds.remove(this);
        }
    }

    /** From now on the clock waits, and says why. */
    public Hold hold(Reason why) {
        var hold = new Hold(why);
        holds.add(hold);
        return hold;
    }

    /** Whether something is being played. */
    public boolean busy() {
        return !holds.isEmpty();
    }

    /** Wants the clock to be at a later time, and notes it, so that it gets there after a restart, too. */
    @Transactional
    public void move(Visitor visitor, Instant to) {
        Refused.on(whyNotMove(visitor));
        if (!to.isAfter(clock.instant()))
            throw new Refused(Reason.malformed(
                    "round.clock-backward", "演练时间只能向前拨动", "The time of a rehearsal moves forward only"));

        store.target(to);

        ledger.record(
                visitor.actor(),
                visitor.unit(),
                "round.clock-moved",
                "clock",
                Sentence.of("演练时间拨到 %1$s", "The rehearsal's clock is moved to %1$s", to));
        events.publishEvent(new Wanted(to));
    }

    /** Something that happens by itself, and when; whether it has been played, and what was left to visitors, if anything. */
    public record Stop(Instant at, Sentence what, boolean played, Sentence left) {}

    /** Whoever plays what happens in a rehearsal tells it, in the order of time. */
    public interface Stops {
        List<Stop> stops();
    }

    /** What time it is for the rounds. */
    public Instant now() {
        return clock.instant();
    }

    /** Where the clock is wanted; empty when it is there. */
    public Optional<Instant> wanted() {
        return mode.rehearsal() ? store.target().filter(to -> to.isAfter(clock.instant())) : Optional.empty();
    }

    /** Sets the clock forward; an earlier time leaves it as it is. */
    @Transactional
    public void advance(Instant to) {
        if (!mode.rehearsal() || !to.isAfter(clock.instant())) return;
        clock.set(to);
        store.clock(to);
    }
}
