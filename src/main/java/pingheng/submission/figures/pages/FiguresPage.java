package pingheng.submission.figures.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.figure.Cell;
import pingheng.figure.FigureVersion;
import pingheng.figure.owner.Owner;
import pingheng.framework.FigureDefinition;
import pingheng.page.Page;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;

/** The figures of a unit as a grid: each asked once, its periods side by side, who owns it, and the points that use it. */
public record FiguresPage(RequestContext context, List<Row> rows, Map<String, FigureVersion> versions) implements Page {
    /** A figure, or one of its members: a cell for each period, who owns it, and why the visitor cannot fill it. */
    public record Row(
            FigureDefinition definition,
            String member,
            List<Cell> cells,
            List<PointCode> points,
            Optional<Owner> owner,
            Optional<Reason> whyNot) {}

    public @Nullable FigureVersion version(Cell cell) {
        return versions.get(cell.key());
    }

    /** The sources of the row's cells that have one of their own, each once. */
    public List<String> sources(Row row) {
        return row.cells().stream()
                .map(this::version)
                .map(version -> version == null ? "" : version.source())
                .filter(source -> !source.isEmpty())
                .distinct()
                .toList();
    }

    /** Why the visitor cannot fill some of the rows, each reason once; those of others are told in their column. */
    public List<Sentence> reasons() {
        return rows.stream()
                .flatMap(row -> row.whyNot().stream())
                .filter(why -> !why.code().equals("figure.not-owner"))
                .map(Reason::sentence)
                .distinct()
                .toList();
    }

    /** Whether some of the rows are another body's. */
    public boolean ofOthers() {
        return rows.stream()
                .flatMap(row -> row.whyNot().stream())
                .anyMatch(why -> why.code().equals("figure.not-owner"));
    }

    public long filled() {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .map(this::version)
                .filter(version -> version != null && !version.withdrawn())
                .count();
    }

    public long all() {
        return rows.stream().mapToLong(row -> row.cells().size()).sum();
    }
}
