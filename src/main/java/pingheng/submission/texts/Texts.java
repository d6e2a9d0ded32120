package pingheng.submission.texts;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;

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
     * What was written on the point, the newest first; what one person saved shortly after one another is one change. From above one
     * sees what stood, not what waited beside it.
     */
    public List<TextChange> history(Visitor visitor, HeldRound round, Unit unit, String point) {
        var changes = new ArrayList<TextChange>();
        var stood = new HashMap<Integer, Written>();
        for (var row : store.all(round.id(), unit.code(), point)) {
            var text = row.text();
            if (!text.stands() && !visitor.ownsUnit(unit.code())) continue;
            var last = changes.isEmpty() ? null : changes.getLast();
            if (last != null && together(last.text(), text))
                changes.set(
                        changes.size() - 1,
                        new TextChange(
                                last.first(), last.before(), text, row.kind().equals("settled")));
            else {
                var before = stood.get(text.stands() ? text.version() - 1 : text.version());
                changes.add(
                        new TextChange(text.version(), before, text, row.kind().equals("settled")));
            }
            if (text.stands()) stood.put(text.version(), text);
        }
        return changes.reversed();
    }

    private static boolean together(Written before, Written after) {
        var from = before.at();
        var to = after.at();
        return before.stands() == after.stands()
                && before.login().equals(after.login())
                && from != null
                && to != null
                && Duration.between(from, to).compareTo(LATELY) <= 0;
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
