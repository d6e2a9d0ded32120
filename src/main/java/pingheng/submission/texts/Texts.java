package pingheng.submission.texts;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Service;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;

/** The texts of a point as they are read: what stands, what waits beside it, what came before. */
@Service
public class Texts {
    /** Who saved within this time is told to be writing. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private final TextStore store;
    private final Clock clock;

    Texts(TextStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Who writes on the point now, for a page that holds a text on top of a version; one statement. Only those of the unit itself
     * ask: to all others there is nothing there.
     */
    public AtOnce now(Visitor visitor, String round, String unit, String point, int seen) {
        if (!visitor.ownsUnit(unit)) throw new Refused(Reason.unknown());
        var rows = store.now(round, unit, point, clock.instant().minus(LATELY));
        return new AtOnce(
                "/r/" + round + "/" + unit + "/points/" + point,
                visitor.login(),
                seen,
                rows.stream()
                        .filter(row -> row.kind().equals("standing"))
                        .map(TextStore.Row::text)
                        .findFirst()
                        .orElse(null),
                rows.stream()
                        .filter(row -> row.kind().equals("beside"))
                        .map(TextStore.Row::text)
                        .toList(),
                rows.stream()
                        .filter(row -> row.kind().equals("writing")
                                && !row.text().login().equals(visitor.login()))
                        .map(row -> new AtOnce.Writing(
                                row.text().name(),
                                row.text().version(),
                                Objects.requireNonNull(row.text().at())))
                        .toList(),
                true);
    }
}
