package pingheng.submission.tables;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import pingheng.figure.Cell;
import pingheng.figure.Reported;
import pingheng.figure.ReportedFigures;
import pingheng.people.Visitor;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.sheet.OfficeTable;
import pingheng.sheet.Row;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluation;

/** The grid of figures as a table: a row a figure or member, a column a period; what did not change is passed over. */
@Service
public class FigureTables {
    /** Last year's value times ten thousand, or a ten-thousandth of it, give or take: 元 where 万元 is asked, or the other way. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(3_000);

    private static final BigDecimal MOST = BigDecimal.valueOf(30_000);

    private final Answers answers;
    private final ReportedFigures figures;

    FigureTables(Answers answers, ReportedFigures figures) {
        this.answers = answers;
        this.figures = figures;
    }

    /** What changes, how many cells stay as they are, and what looks like a mistake. */
    public record Read(List<Answers.Entry> entries, int same, List<Sentence> warnings) {}

    public byte[] workbook(SelfEvaluation own) {
        return grid(own).workbook(reported(own));
    }

    /** Why no cell of the grid is the visitor's to fill now. */
    public Optional<Reason> whyNotTake(Visitor visitor, SelfEvaluation own, Instant arrived) {
        return own.points().stream()
                .filter(point -> !point.reads().isEmpty())
                .map(point -> answers.whyNotEdit(visitor, own, point.point().code(), arrived))
                .min((one, other) -> Boolean.compare(one.isPresent(), other.isPresent()))
                .orElse(Optional.of(Reason.unknown()));
    }

    /** Reads a table and refuses it with everything that is wrong, cells that are not the visitor's and changed meanwhile too. */
    public Read read(Visitor visitor, SelfEvaluation own, String name, InputStream bytes, Instant arrived) {
        Refused.on(whyNotTake(visitor, own, arrived));
        var findings = new Findings();
        var grid = grid(own);
        var reading = new Reading(visitor, own, arrived, reported(own));
        for (var row : OfficeTable.read(name, bytes, grid.columns(), findings)) {
            var cells = grid.cells(row);
            if (!cells.isEmpty()) reading.take(row, cells);
        }
        findings.refuse();
        return new Read(reading.entries, reading.same, reading.warnings());
    }

    private FigureGrid grid(SelfEvaluation own) {
        return new FigureGrid(figures.readings(own.framework()), own);
    }

    private Map<String, Reported> reported(SelfEvaluation own) {
        return figures.of(own.round(), own.unit()).stream()
                .collect(Collectors.toMap(Reported::key, Function.identity()));
    }

    /** One table on its way in. */
    private final class Reading {
        private final Visitor visitor;
        private final SelfEvaluation own;
        private final Instant arrived;
        private final Map<String, Reported> reported;
        private final Map<String, BigDecimal> values = new HashMap<>();
        private final List<Answers.Entry> entries = new ArrayList<>();
        private int same;

        Reading(Visitor visitor, SelfEvaluation own, Instant arrived, Map<String, Reported> reported) {
            this.visitor = visitor;
            this.own = own;
            this.arrived = arrived;
            this.reported = reported;
            reported.forEach((key, value) -> values.put(key, value.value()));
        }

        void take(Row row, Map<String, Cell> cells) {
            var seen = FigureGrid.seen(row);
            cells.forEach((period, cell) -> {
                var value = cell.read(row, period);
                if (value != null) take(row, period, cell, value, seen.get(period));
            });
        }

        private void take(Row row, String period, Cell cell, BigDecimal value, FigureGrid.@Nullable Seen seen) {
            var now = reported.get(cell.key());
            boolean untouched =
                    seen != null && seen.value() != null && seen.value().compareTo(value) == 0;
            if (untouched || now != null && now.value().compareTo(value) == 0) {
                same++;
                return;
            }
            var whyNot = answers.whyNotReport(visitor, own, cell, arrived);
            if (whyNot.isPresent()) {
                row.refuse(period, whyNot.get().code(), whyNot.get().sentence());
                return;
            }
            int version = now == null ? 0 : now.version();
            if (now != null && seen != null && seen.version() != version) {
                row.refuse(
                        period,
                        "figure.changed-meanwhile",
                        "您取出表格之后，%1$s 已把这个数改为 %2$s，表中是 %3$s；请核对后改表或重新取出",
                        "since you took the table out, %1$s has changed this to %2$s, the table says %3$s: compare, then change it or take it out anew",
                        now.person(),
                        now.written(),
                        row.text(period));
                return;
            }
            values.put(cell.key(), value);
            entries.add(new Answers.Entry(cell, row.text(period), source(row, cell), version));
        }

        private String source(Row row, Cell cell) {
            var source = row.text(FigureGrid.SOURCE);
            return source.equals(cell.definition().source().zh()) ? "" : source;
        }

        List<Sentence> warnings() {
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
                            Written.plain(then),
                            cell.period(),
                            Written.plain(now),
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
}
