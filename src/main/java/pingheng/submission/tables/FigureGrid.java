package pingheng.submission.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Sha256;
import pingheng.figure.Cell;
import pingheng.figure.Readings;
import pingheng.figure.Reported;
import pingheng.framework.Period;
import pingheng.sheet.Column;
import pingheng.sheet.SheetRow;
import pingheng.sheet.written.NewWorkbook;
import pingheng.submission.SelfEvaluation;
import pingheng.text.Excerpt;
import pingheng.value.Code;
import pingheng.value.FigureCode;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** The layout of the table of figures, which is the same on the way out and on the way in. */
final class FigureGrid {
    static final String SOURCE = "来源";
    static final String REASON = "代填理由";
    private static final String CODE = "代码";
    private static final String TITLE = "数据项";
    private static final String MEMBER = "分项";
    private static final String UNIT = "单位";
    private static final String POINTS = "用于观测点";

    /** What the cells of a row held when the table was taken out, and in which version: 2019#3=120.5 2018#1=110. */
    private static final String SEEN = "底稿";

    private static final Pattern HELD_SOURCE = Pattern.compile(SOURCE + "#([0-9a-f]{12})");

    private static final Pattern ONE_SEEN =
            Pattern.compile("([^#\\s]+)#([0-9]{1,8})(?:=(-?[0-9]{1,20}(?:\\.[0-9]{1,20})?))?");

    private final Map<String, List<Cell>> rows;
    private final List<String> periods;
    private final SelfEvaluation own;

    FigureGrid(Readings readings, SelfEvaluation own) {
        this.own = own;
        this.rows = readings.all().stream()
                .filter(cell -> !points(cell).isEmpty())
                .collect(Collectors.groupingBy(
                        cell -> key(cell.definition().code(), cell.member()), LinkedHashMap::new, Collectors.toList()));
        this.periods = rows.values().stream()
                .flatMap(List::stream)
                .map(cell -> cell.period().toString())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** A version of a cell, and its value if it had one. */
    record Seen(Version version, @Nullable BigDecimal value) {}

    List<Column> columns() {
        var columns = new ArrayList<>(List.of(
                Column.optional(CODE, "数据项代码", "figure"),
                Column.required(TITLE, "指标", "名称"),
                Column.optional(MEMBER, "学段", "member"),
                Column.optional(UNIT, "计量单位"),
                Column.optional(SOURCE, "数据来源", "source"),
                Column.optional(POINTS, "用于"),
                Column.optional(REASON),
                Column.optional(SEEN).tuckedAway()));
        // spreadsheets rewrite days in headings as they like
        periods.forEach(period -> columns.add(
                Column.optional(period, Period.parse(period).spellings().toArray(String[]::new))));
        return columns;
    }

    byte[] workbook(Map<String, Reported> reported) {
        var heading = new ArrayList<>(List.of(CODE, TITLE, MEMBER, UNIT));
        heading.addAll(periods);
        heading.addAll(List.of(SOURCE, POINTS, SEEN));
        var widths = new ArrayList<>(List.of(22, 40, 12, 10));
        periods.forEach(period -> widths.add(14));
        widths.addAll(List.of(24, 20, 0));
        return new NewWorkbook("数据", widths)
                .of(
                        heading,
                        rows.values().stream()
                                .map(cells -> row(cells, reported))
                                .toList());
    }

    /** The cells a row fills, by the headings of their columns; what the grid has not is refused. */
    Map<String, Cell> cells(SheetRow row) {
        row.others()
                .keySet()
                .forEach(heading -> row.refuse(
                        heading,
                        "figures.other-column",
                        "表中没有「%s」这一列；请删去或改正",
                        "the table has no column “%s”",
                        heading));
        var cells = known(row);
        if (cells.isEmpty()) {
            row.refuse(
                    row.empty(CODE) ? TITLE : CODE,
                    "figures.unknown-row",
                    "没有数据项「%1$s %2$s」；请从本系统取出表格后填写",
                    "there is no figure “%1$s %2$s”: fill in the table that is taken out here",
                    Excerpt.of(row.empty(CODE) ? row.text(TITLE) : row.text(CODE)),
                    Excerpt.of(row.text(MEMBER)));
            return Map.of();
        }
        var filled = new LinkedHashMap<String, Cell>();
        for (var period : periods) {
            if (row.empty(period)) continue;
            var cell = cells.stream()
                    .filter(one -> one.period().toString().equals(period))
                    .findFirst();
            if (cell.isPresent()) filled.put(period, cell.get());
            else
                row.refuse(
                        period,
                        "figures.other-period-cell",
                        "%1$s 不报 %2$s，只报 %3$s",
                        "%4$s is not asked for %2$s, only for %3$s",
                        cells.getFirst().definition().title().zh(),
                        period,
                        cells.stream().map(one -> one.period().toString()).collect(Collectors.joining(" ")),
                        cells.getFirst().definition().title().en());
        }
        return filled;
    }

    static Map<String, Seen> seen(SheetRow row) {
        var seen = new HashMap<String, Seen>();
        for (var one : row.text(SEEN).split("\\s+")) {
            var found = ONE_SEEN.matcher(one);
            if (!found.matches()) continue;
            var value = found.group(3) == null ? null : new BigDecimal(found.group(3));
            seen.put(found.group(1), new Seen(Version.seen(Long.parseLong(found.group(2))), value));
        }
        return seen;
    }

    /**
     * The source of a row where it was rewritten: an empty text stands for the framework's own. The draft of a table taken out here
     * names the source it held; of one without, the framework's source and today's are no change.
     */
    Optional<String> rewrittenSource(SheetRow row, Map<String, Reported> reported) {
        var cells = known(row);
        var source = row.text(SOURCE);
        if (cells.isEmpty() || source.isEmpty()) return Optional.empty();
        var held = HELD_SOURCE.matcher(row.text(SEEN));
        boolean untouched = held.find()
                ? held.group(1).equals(mark(source))
                : source.equals(cells.getFirst().definition().source().zh()) || source.equals(source(cells, reported));
        if (untouched) return Optional.empty();
        return Optional.of(source.equals(cells.getFirst().definition().source().zh()) ? "" : source);
    }

    /** The cells of a row that are empty, held a value when the table was taken out, and hold one now. */
    List<Cell> emptied(SheetRow row, Map<String, Cell> filled, Map<String, Seen> seen, Map<String, Reported> reported) {
        return known(row).stream()
                .filter(cell -> !filled.containsKey(cell.period().toString()))
                .filter(cell -> {
                    var then = seen.get(cell.period().toString());
                    return then != null && then.value() != null && reported.containsKey(cell.key());
                })
                .toList();
    }

    /** Where the values of a row come from: one text where all have the same source, otherwise period by period. */
    private static String source(List<Cell> cells, Map<String, Reported> reported) {
        var byPeriod = new LinkedHashMap<String, String>();
        for (var cell : cells) {
            var value = reported.get(cell.key());
            if (value != null)
                byPeriod.put(
                        cell.period().toString(),
                        value.source().isEmpty() ? cell.definition().source().zh() : value.source());
        }
        var sources = byPeriod.values().stream().distinct().toList();
        if (sources.isEmpty()) return cells.getFirst().definition().source().zh();
        if (sources.size() == 1) return sources.getFirst();
        return byPeriod.entrySet().stream()
                .map(one -> one.getKey() + "：" + one.getValue())
                .collect(Collectors.joining("；"));
    }

    private static String mark(String source) {
        return Sha256.of(source).substring(0, 12);
    }

    private List<String> row(List<Cell> cells, Map<String, Reported> reported) {
        var first = cells.getFirst();
        var definition = first.definition();
        var row = new ArrayList<>(List.of(
                definition.code().text(),
                definition.title().zh(),
                first.memberTitle().zh(),
                definition.unit().toString()));
        var seen = new ArrayList<String>();
        for (var period : periods) {
            var cell = cells.stream()
                    .filter(one -> one.period().toString().equals(period))
                    .findFirst();
            var value = cell.map(one -> reported.get(one.key()));
            row.add(value.map(one -> TableValue.of(definition, one.value())).orElse(""));
            if (cell.isPresent()) seen.add(seen(cell.get()));
        }
        var source = source(cells, reported);
        row.add(source);
        seen.add(SOURCE + "#" + mark(source));
        row.add(Code.joined(" ", points(first)));
        row.add(String.join(" ", seen));
        return row;
    }

    /** The version of a cell and its value; the number alone while there is none or it is withdrawn. */
    private String seen(Cell cell) {
        var version = own.reported().get(cell.key());
        var value = version == null ? null : version.value();
        return cell.period() + "#" + (version == null ? Version.NONE : version.version())
                + (value == null ? "" : "=" + TableValue.plain(value));
    }

    /** The cells of a row, by code or title and member; none where there is no such figure. */
    private List<Cell> known(SheetRow row) {
        return code(row)
                .map(code -> rows.get(key(code, Cell.member(row.word(MEMBER)))))
                .orElse(List.of());
    }

    private Optional<FigureCode> code(SheetRow row) {
        if (!row.empty(CODE)) return Optional.of(new FigureCode(row.word(CODE)));
        return rows.values().stream()
                .map(cells -> cells.getFirst().definition())
                .filter(definition -> definition.title().zh().equals(row.text(TITLE))
                        || definition.title().en().equalsIgnoreCase(row.text(TITLE)))
                .map(definition -> definition.code())
                .findFirst();
    }

    private List<PointCode> points(Cell cell) {
        return own.points().stream()
                .filter(point -> point.reads().contains(cell))
                .map(point -> point.point().code())
                .toList();
    }

    private static String key(FigureCode code, String member) {
        return code + "." + member;
    }
}
