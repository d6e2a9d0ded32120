package pingheng.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Findings;
import pingheng.problem.Nearest;
import pingheng.problem.Place;
import pingheng.problem.Sentence;
import pingheng.text.Excerpt;
import pingheng.text.Folding;

/** The heading of a table, matched against the columns it may have; the order of columns is free. */
final class Heading {
    /** Of a heading, no more is told or compared. */
    private static final int LONGEST = 60;

    private final List<@Nullable String> names = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<Column> columns;
    private boolean complete = true;

    /** What does not fit goes to the findings; {@code open} tables may have columns that are not named. */
    Heading(List<@Nullable SheetCell> cells, List<Column> columns, boolean open, Place place, Findings findings) {
        this.columns = columns;
        var known = known(columns);
        var seen = new HashSet<String>();
        for (var cell : cells) {
            var heading = cell == null ? "" : Excerpt.of(plain(cell.text()), LONGEST);
            var name = known.get(folded(heading));
            headings.add(heading);
            names.add(name);
            if (!heading.isEmpty() && !seen.add(name == null ? folded(heading) : name))
                refuse(
                        findings,
                        place.column(heading),
                        "sheet.column-twice",
                        "这一列出现两次，请删去一列",
                        "this column stands here twice: delete one of the two");
            if (name == null && !heading.isEmpty() && !open) unknown(heading, known, columns, place, findings);
        }
        for (var column : columns)
            if (column.required() && !names.contains(column.name()))
                refuse(
                        findings,
                        place,
                        "sheet.column-missing",
                        "缺少列「%1$s」；现有的列：%3$s",
                        "the column “%2$s” is missing; found were: %3$s",
                        column.heading().zh(),
                        column.heading().en(),
                        Excerpt.of(String.join(" ", headings), 400));
    }

    private void unknown(
            String heading, Map<String, String> known, List<Column> columns, Place place, Findings findings) {
        var near = Nearest.to(folded(heading), known.keySet())
                .map(one -> known.getOrDefault(one, one))
                .flatMap(name ->
                        columns.stream().filter(one -> one.name().equals(name)).findFirst())
                .map(Column::heading);
        var all = Column.headings(columns, " ");
        refuse(
                findings,
                place.column(heading),
                "sheet.column-unknown",
                "没有这样的列%1$s；可用的列：%3$s",
                "there is no such column%2$s; there are: %4$s",
                near.map(meant -> "，是不是「" + meant.zh() + "」").orElse(""),
                near.map(meant -> ", do you mean “" + meant.en() + "”").orElse(""),
                all.zh(),
                all.en());
    }

    /** Tells which columns are read, also those that do not show. */
    void tell(Source.Hidden hidden) {
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            var heading = headings.get(i);
            if (name == null && !heading.isEmpty()) hidden.take(i, new Sentence(heading, heading));
            int at = i;
            columns.stream()
                    .filter(column -> column.name().equals(name) && !column.tucked())
                    .forEach(column -> hidden.take(at, column.heading()));
        }
    }

    /** Whether rows can be read at all. */
    boolean complete() {
        return complete;
    }

    /** The cells of a row by the names of the columns; what stands beyond the heading is refused. */
    SheetRow row(int number, List<@Nullable SheetCell> cells, Place place, Findings findings) {
        var named = new HashMap<String, SheetCell>();
        var others = new LinkedHashMap<String, SheetCell>();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell == null) continue;
            var name = i < names.size() ? names.get(i) : null;
            if (name != null) named.put(name, cell);
            else if (i < headings.size() && !headings.get(i).isEmpty()) others.put(headings.get(i), cell);
            else
                findings.add(
                        place.row(number),
                        "sheet.beyond",
                        "第 %d 格在表头之外：「%s」；请补表头或删去",
                        "cell %d stands outside the heading: “%s”; give it a heading or delete it",
                        i + 1,
                        Excerpt.of(cell.text()));
        }
        return new SheetRow(place.row(number), columns, named, others, findings);
    }

    private void refuse(Findings findings, Place at, String code, String zh, String en, Object... args) {
        complete = false;
        findings.add(at, code, zh, en, args);
    }

    /** The columns by each of their names, folded. */
    static Map<String, String> known(List<Column> columns) {
        var known = new HashMap<String, String>();
        for (var column : columns) {
            known.put(folded(column.name()), column.name());
            for (var alias : column.aliases()) known.put(folded(alias), column.name());
        }
        return known;
    }

    static String folded(String heading) {
        return Folding.word(heading).replaceAll("[\\s*]+", "").toLowerCase(Locale.ROOT);
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC).strip();
    }
}
