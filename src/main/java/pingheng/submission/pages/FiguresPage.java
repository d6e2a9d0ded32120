package pingheng.submission.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Cell;
import pingheng.figure.Reported;
import pingheng.framework.FigureDefinition;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.pages.Where;

/** The figures of a unit as a grid: each asked once, its periods side by side, and the points that use it. */
public record FiguresPage(Where where, List<Row> rows, Map<String, Reported> reported) implements Page {
    /** A figure, or one of its members: a cell for each period, and why the visitor cannot fill it. */
    public record Row(
            FigureDefinition definition,
            String member,
            List<Cell> cells,
            List<String> points,
            Optional<Reason> whyNot) {}

    public @Nullable Reported reported(Cell cell) {
        return reported.get(cell.key());
    }

    /** Why the visitor cannot fill some of the rows, each reason once. */
    public List<Sentence> reasons() {
        return rows.stream()
                .flatMap(row -> row.whyNot().stream())
                .map(Reason::sentence)
                .distinct()
                .toList();
    }

    public long filled() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> reported.containsKey(cell.key()))
                .count();
    }

    public long all() {
        return rows.stream().mapToLong(row -> row.cells().size()).sum();
    }
}
