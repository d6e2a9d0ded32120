package pingheng.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Findings;
import pingheng.problem.Place;

/** The heading of a table, matched against the columns it may have; the order of columns is free. */
final class Heading {
    /** Of a heading, no more is told or compared. */
    private static final int LONGEST = 60;

    private final List<@Nullable String> names = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private boolean complete = true;

    /** What does not fit goes to the findings; {@code open} tables may have columns that are not named. */
    Heading(List<@Nullable Cell> cells, List<Column> columns, boolean open, Place place, Findings findings) {
        var known = known(columns);
        var seen = new HashSet<String>();
        for (var cell : cells) {
            var heading = cell == null ? "" : Decimals.shortened(plain(cell.text()), LONGEST);
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
                        "缺少列「%s」；现有的列：%s",
                        "the column “%s” is missing; found were: %s",
                        column.name(),
                        Decimals.shortened(String.join(" ", headings), 400));
    }

    private void unknown(
            String heading, Map<String, String> known, List<Column> columns, Place place, Findings findings) {
        var near = nearest(heading, known);
        refuse(
                findings,
                place.column(heading),
                "sheet.column-unknown",
                "没有这样的列%1$s；可用的列：%3$s",
                "there is no such column%2$s; there are: %3$s",
                near.map(name -> "，是不是「" + name + "」").orElse(""),
                near.map(name -> ", do you mean “" + name + "”").orElse(""),
                columns.stream().map(Column::name).collect(Collectors.joining(" ")));
    }

    /** Whether rows can be read at all. */
    boolean complete() {
        return complete;
    }

    /** The cells of a row by the names of the columns; what stands beyond the heading is refused. */
    Row row(int number, List<@Nullable Cell> cells, Place place, Findings findings) {
        var named = new HashMap<String, Cell>();
        var others = new LinkedHashMap<String, Cell>();
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
                        Decimals.shortened(cell.text()));
        }
        return new Row(place.row(number), named, others, findings);
    }

    private void refuse(Findings findings, Place at, String code, String zh, String en, Object... args) {
        complete = false;
        findings.add(at, code, zh, en, args);
    }

    private static Map<String, String> known(List<Column> columns) {
        var known = new HashMap<String, String>();
        for (var column : columns) {
            known.put(folded(column.name()), column.name());
            for (var alias : column.aliases()) known.put(folded(alias), column.name());
        }
        return known;
    }

    private static String folded(String heading) {
        return plain(heading).replaceAll("[\\s*]+", "").toLowerCase(Locale.ROOT);
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC).strip();
    }

    /** The heading that was probably meant: half of its letters may be wrong. */
    private static Optional<String> nearest(String heading, Map<String, String> known) {
        var typed = folded(heading);
        return known.keySet().stream()
                .filter(one -> 2 * distance(typed, one) <= Math.max(typed.length(), one.length()))
                .min(Comparator.<String>comparingInt(one -> distance(typed, one))
                        .thenComparing(one -> one))
                .map(one -> known.getOrDefault(one, one));
    }

    /** How many letters to change, add or drop to get from one to the other. */
    private static int distance(String from, String to) {
        int[] before = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[to.length()];
    }
}
