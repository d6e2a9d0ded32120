package pingheng.rehearsal.act;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import pingheng.problem.Refused;
import pingheng.round.RehearsalClock;
import pingheng.time.MovableClock;
import pingheng.value.RoundCode;

/**
 * Plays the acts of a script that are due and were not played yet, each once and in its order. One whose day has passed meanwhile is
 * played by the time it was due at, so that it does what it would have done; killed in the middle, it is played again.
 */
@Service
public class Acts {
    private final ActStore store;
    private final RehearsalClock rehearsal;
    private final MovableClock clock;

    Acts(ActStore store, RehearsalClock rehearsal, MovableClock clock) {
        this.store = store;
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    /** What each act that was played in the round left as visitors had it, by its code. */
    public Map<String, Left> played(RoundCode round) {
        return store.played(round);
    }

    /** Plays what is due at that time; the clock goes with it, never back. */
    public void play(RoundCode round, List<Act> acts, Instant to) {
        var played = store.played(round);
        for (var act : acts)
            if (!act.due().isAfter(to) && !played.containsKey(act.code()))
                store.add(round, act.code(), clock.instant(), play(act));
    }

    private Left play(Act act) {
        try {
            if (clock.instant().isAfter(act.due())) return clock.asOf(act.due(), act.play());
            rehearsal.advance(act.due());
            return act.play().get();
        } catch (Refused refused) {
            return Left.of(refused);
        }
    }
}
