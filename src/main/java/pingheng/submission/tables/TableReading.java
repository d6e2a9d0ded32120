package pingheng.submission.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Cell;
import pingheng.figure.FigureVersion;
import pingheng.figure.Reported;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.sheet.SheetRow;
import pingheng.submission.SelfEvaluation;
import pingheng.value.Login;
import pingheng.value.number.Version;

/**
 * One table of figures on its way in. A value that differs is a change, with the row's source where that was rewritten; where no value
 * of a row differs, its source alone is the change. An emptied cell stays as it is and is told.
 */
final class TableReading {
    /** Last year's value times ten thousand, or a ten-thousandth of it, give or take: 元 where 万元 is asked, or the other way. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(3_000);

    private static final BigDecimal MOST = BigDecimal.valueOf(30_000);

    private final SelfEvaluation own;
    private final FigureGrid grid;
    private final Supplier<Map<Login, String>> names;
    private final Function<Cell, Optional<Reason>> whyNot;
    private final Map<String, Reported> reported;
    private final Map<String, BigDecimal> values = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Cell> emptied = new ArrayList<>();
    private int same;

    TableReading(
            SelfEvaluation own,
            FigureGrid grid,
            Supplier<Map<Login, String>> names,
            Function<Cell, Optional<Reason>> whyNot) {
        this.own = own;
        this.grid = grid;
        this.names = names;
        this.whyNot = whyNot;
        this.reported = own.figuresReported();
        reported.forEach((key, value) -> values.put(key, value.value()));
    }

    /** What was read; beside what looks like a mistake it says what was noticed about the file. */
    FigureChanges read(Findings findings) {
        var warnings = warnings();
        findings.notes().forEach(note -> warnings.add(note.whole()));
        return new FigureChanges(entries, same, emptied, warnings);
    }

    void take(SheetRow row, Map<String, Cell> cells) {
        var seen = FigureGrid.seen(row);
        var source = grid.rewrittenSource(row, reported);
        var read = new LinkedHashMap<String, BigDecimal>();
        cells.forEach((period, cell) -> {
            var value = cell.read(row, period);
            if (value != null) read.put(period, value);
        });
        boolean any = cells.entrySet().stream()
                .anyMatch(cell -> read.containsKey(cell.getKey())
                        && !untouched(cell.getValue(), read.get(cell.getKey()), seen.get(cell.getKey())));
        cells.forEach((period, cell) -> {
            var value = read.get(period);
            if (value == null) return;
            boolean untouched = untouched(cell, value, seen.get(period));
            if (untouched && (any || source.isEmpty() || !reported.containsKey(cell.key()))) same++;
            else if (untouched) takeSource(row, cell, source.get(), seen.get(period));
            else takeValue(row, period, cell, value, source.orElse(null), seen.get(period));
        });
        emptied.addAll(grid.emptied(row, cells, seen, reported));
    }

    /** As it was when the table was taken out, or as it is now. */
    private boolean untouched(Cell cell, @Nullable BigDecimal value, FigureGrid.@Nullable Seen seen) {
        if (value == null) return true;
        var now = reported.get(cell.key());
        return seen != null && seen.value() != null && seen.value().compareTo(value) == 0
                || now != null && now.value().compareTo(value) == 0;
    }

    private void takeSource(SheetRow row, Cell cell, String source, FigureGrid.@Nullable Seen seen) {
        var now = reported.get(cell.key());
        if (now == null || refused(row, FigureGrid.SOURCE, cell, seen)) return;
        entries.add(new Entry.Value(cell, now.written(), source, reason(row), now.version()));
    }

    private void takeValue(
            SheetRow row,
            String period,
            Cell cell,
            BigDecimal value,
            @Nullable String source,
            FigureGrid.@Nullable Seen seen) {
        if (refused(row, period, cell, seen)) return;
        values.put(cell.key(), value);
        entries.add(new Entry.Value(cell, row.text(period), source, reason(row), version(cell)));
    }

    private boolean refused(SheetRow row, String column, Cell cell, FigureGrid.@Nullable Seen seen) {
        var why = whyNot.apply(cell);
        if (why.isPresent()) {
            row.refuse(column, why.get().code(), why.get().sentence());
            return true;
        }
        var now = own.reported().get(cell.key());
        if (now == null || seen == null || seen.version().equals(now.version())) return false;
        row.refuse(column, "figure.changed-meanwhile", changed(now, row.text(column)));
        return true;
    }

    private Sentence changed(FigureVersion now, String text) {
        return Sentence.of(
                "您取出表格之后，%1$s 已把这个数改为 %2$s，表中是 %3$s；请核对后改表或重新取出",
                "since you took the table out, %1$s has changed this to %4$s, the table says %3$s: compare, then change it or take it out anew",
                names.get().getOrDefault(now.person(), "—"),
                now.withdrawn() ? "（撤回）" : now.written(),
                text,
                now.withdrawn() ? "(withdrawn)" : now.written());
    }

    private Version version(Cell cell) {
        var now = own.reported().get(cell.key());
        return now == null ? Version.NONE : now.version();
    }

    private static String reason(SheetRow row) {
        return row.text(FigureGrid.REASON);
    }

    private List<Sentence> warnings() {
        var warnings = new ArrayList<Sentence>();
        for (var entry : entries) {
            var cell = entry.cell();
            if (cell.back() >= cell.definition().previous()) continue;
            var earlier = new Cell(
                    cell.definition(),
                    cell.member(),
                    cell.definition().period().earlier(cell.back() + 1),
                    cell.back() + 1);
            var then = values.get(earlier.key());
            var now = values.get(cell.key());
            if (then != null && now != null && (tenThousand(then, now) || tenThousand(now, then)))
                warnings.add(Sentence.of(
                        "%1$s：%2$s 为 %3$s，%4$s 为 %5$s，相差约一万倍；单位是「%6$s」，请核对",
                        "%7$s: %3$s in %2$s, %5$s in %4$s, some ten thousand times apart; the unit is “%6$s”, please check",
                        cell.definition().title().zh(),
                        earlier.period(),
                        TableValue.plain(then),
                        cell.period(),
                        TableValue.plain(now),
                        cell.definition().unit(),
                        cell.definition().title().en()));
        }
        return warnings;
    }

    private static boolean tenThousand(BigDecimal small, BigDecimal large) {
        return small.signum() > 0
                && large.compareTo(small.multiply(LEAST)) >= 0
                && large.compareTo(small.multiply(MOST)) <= 0;
    }
}
