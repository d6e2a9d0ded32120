package pingheng.submission.texts;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.submission.SignOff.Step;
import pingheng.text.Coded;
import pingheng.value.PointCode;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

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
     * What was written on the point, the newest first; what one person saved shortly after one another is one change, unless something
     * closed it in between: a signature, a return, a freeze, the text of another. So whatever was signed can be read as it was. From
     * above one sees what stood, not what waited beside it.
     */
    public List<TextChange> history(RequestContext context, PointCode point) {
        var history = new History();
        for (var row : store.all(context.round().id(), context.unit().code(), point)) {
            if (!row.isText()) history.close(row);
            else if (row.text().stands()
                    || context.user().ownsUnit(context.unit().code())) history.add(row);
            else history.close();
        }
        return history.changes.reversed();
    }

    /** The changes so far, in the order of time. */
    private static final class History {
        private final List<TextChange> changes = new ArrayList<>();
        private final Map<Version, AnswerText> stood = new HashMap<>();
        private boolean closed;

        void close() {
            closed = true;
        }

        void close(TextStore.Kept row) {
            closed = true;
            if (row.kind().equals("ended")) return;
            var signature = new TextChange.Signature(
                    Coded.of(Step.class, row.kind()).orElseThrow(),
                    row.text().name(),
                    Objects.requireNonNull(row.text().at()));
            for (int i = changes.size() - 1; i >= 0; i--)
                if (changes.get(i).text().stands()) {
                    changes.set(i, changes.get(i).signed(signature));
                    return;
                }
        }

        void add(TextStore.Kept row) {
            var text = row.text();
            boolean settled = row.kind().equals("settled");
            var last = changes.isEmpty() || closed ? null : changes.getLast();
            if (last != null && together(last.text(), text))
                changes.set(
                        changes.size() - 1, new TextChange(last.first(), last.before(), text, settled, last.signed()));
            else {
                var before = stood.get(text.stands() ? text.version().before() : text.version());
                changes.add(new TextChange(text.version(), before, text, settled, List.of()));
            }
            if (text.stands()) stood.put(text.version(), text);
            closed = false;
        }
    }

    private static boolean together(AnswerText before, AnswerText after) {
        var from = before.at();
        var to = after.at();
        return before.stands() == after.stands()
                && Objects.equals(before.login(), after.login())
                && from != null
                && to != null
                && Duration.between(from, to).compareTo(LATELY) <= 0;
    }

    /**
     * Who writes on the point now, for a page that holds a text on top of a version; one statement. Only those of the unit itself
     * ask: to all others there is nothing there.
     */
    public AtOnce now(Visitor visitor, RoundCode round, UnitCode unit, PointCode point, Version seen) {
        if (!visitor.ownsUnit(unit)) throw new Refused(Reason.unknown());
        var rows = store.now(round, unit, point, clock.instant().minus(LATELY));
        return new AtOnce(
                "/r/" + round + "/" + unit + "/points/" + point,
                visitor.login(),
                seen,
                rows.stream()
                        .filter(row -> row.kind().equals("standing"))
                        .map(TextStore.Kept::text)
                        .findFirst()
                        .orElse(null),
                rows.stream()
                        .filter(row -> row.kind().equals("beside"))
                        .map(TextStore.Kept::text)
                        .toList(),
                rows.stream()
                        .filter(row -> row.kind().equals("writing")
                                && !visitor.login().equals(row.text().login()))
                        .map(row -> new AtOnce.Writing(
                                row.text().name(),
                                row.text().version(),
                                Objects.requireNonNull(row.text().at())))
                        .toList(),
                true);
    }
}
