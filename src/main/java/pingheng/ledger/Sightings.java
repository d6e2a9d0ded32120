package pingheng.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.problem.Sentence;

/** Records that somebody from outside looked at what only few may know; the same person and thing once in a day and night. */
@Service
public class Sightings {
    public static final String VERB = LedgerStore.READ;

    private static final Duration ONCE_IN = Duration.ofDays(1);
    private static final int LOOKED_BACK = 100;

    private final Ledger ledger;
    private final Clock clock;

    Sightings(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Records it in a chain of the unit that those read who look; a unit that looks at its own is not recorded. */
    @Transactional
    public void sighted(Actor actor, Chain chain, String subject, Sentence what) {
        if (chain.unit().equals(Optional.ofNullable(actor.unit()))) return;
        var since = clock.instant().minus(ONCE_IN);
        boolean known = ledger.about(chain, subject, LOOKED_BACK).stream()
                .anyMatch(entry -> entry.verb().equals(VERB)
                        && entry.actor().equals(actor)
                        && entry.at().isAfter(since));
        if (known) return;

        ledger.record(actor, chain, VERB, subject, Sentence.of("查阅%1$s", "%2$s was looked at", what.zh(), what.en()));
    }
}
