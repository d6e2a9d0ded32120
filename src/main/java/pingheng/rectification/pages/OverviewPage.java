package pingheng.rectification.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.page.Page;
import pingheng.people.Unit;
import pingheng.problem.Reason;
import pingheng.rectification.Item;
import pingheng.rectification.Overdue;
import pingheng.rectification.State;
import pingheng.round.HeldRound;

/** The problem lists of all units that the visitor sees: how many are where, how many are overdue. */
public record OverviewPage(
        HeldRound round, List<Line> lines, int units, Optional<Reason> whyNotIssue, boolean leads, LocalDate today)
        implements Page {
    /** A unit with its problem list; null before its letter. */
    public record Line(Unit unit, @Nullable List<Item> items) {
        public long count(State state) {
            return items == null
                    ? 0
                    : items.stream().filter(item -> item.state() == state).count();
        }

        public long overdue(LocalDate today) {
            return items == null
                    ? 0
                    : items.stream().filter(item -> item.overdue(today)).count();
        }
    }

    public long issued() {
        return lines.stream().filter(line -> line.items() != null).count();
    }

    public long count(State state) {
        return lines.stream().mapToLong(line -> line.count(state)).sum();
    }

    /** How many were overdue day by day. */
    public Overdue history() {
        var items = lines.stream()
                .flatMap(line -> line.items() == null ? Stream.<Item>empty() : line.items().stream())
                .toList();
        return Overdue.of(items, today, round.settings().zone());
    }

    public long overdue() {
        return lines.stream().mapToLong(line -> line.overdue(today)).sum();
    }
}
