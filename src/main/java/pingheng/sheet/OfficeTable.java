package pingheng.sheet;

import static pingheng.sheet.Source.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.sheet.zip.Budget;
import pingheng.text.Excerpt;

/**
 * One table as an office hands it in, a file or what was pasted: with a title above its heading and notes below, in any sheet of a
 * workbook, with merged cells, each of which says what the first of them says. Columns that are not asked for are kept aside.
 */
public final class OfficeTable {
    public static final long MOST_BYTES = 10L << 20;

    /** No table that an office keeps by hand has more. */
    public static final int MOST_ROWS = 10_000;

    /** So far down a heading is looked for. */
    private static final int DEEPEST_HEADING = 20;

    /** What a table is called that was pasted and has no name. */
    private static final Sentence PASTED = new Sentence("粘贴", "pasted");

    private static final Pattern NOTE = Pattern.compile("(注|备注|说明|填表|制表|填报)[^、；]*[:：].*", Pattern.DOTALL);

    private final List<Column> columns;
    private final Findings findings;
    private final List<SheetRow> rows = new ArrayList<>();

    private OfficeTable(List<Column> columns, Findings findings) {
        this.columns = columns;
        this.findings = findings;
    }

    /** The rows below the heading; none, and findings, when the table cannot be read. */
    public static List<SheetRow> read(String name, InputStream bytes, List<Column> columns, Findings findings) {
        var table = new OfficeTable(columns, findings);
        var place = name.equals(PASTED.zh())
                ? Place.file(PASTED)
                : Place.file(Excerpt.of(name.replaceFirst("(?s)^.*[/\\\\]", ""), 80));
        try {
            var copy = Files.createTempFile("pingheng", ".table");
            try {
                table.take(copy(bytes, copy, place), place);
            } finally {
                Files.delete(copy);
            }
        } catch (Refused refused) {
            refused.findings().forEach(one -> findings.add(one.place(), one.code(), one.sentence()));
        } catch (IOException broken) {
            findings.add(place, "sheet.broken-off", "上传中断，请再传一次", "the upload broke off: send it again");
        }
        return findings.any() ? List.of() : table.rows;
    }

    /** What was copied out of a spreadsheet: cells parted by tabs. */
    public static List<SheetRow> pasted(String text, List<Column> columns, Findings findings) {
        return read(PASTED.zh(), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), columns, findings);
    }

    private static Path copy(InputStream bytes, Path copy, Place place) throws IOException {
        try (var out = Files.newOutputStream(copy)) {
            var buffer = new byte[1 << 16];
            long left = MOST_BYTES;
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                left -= read;
                if (left < 0)
                    throw refused(
                            place,
                            "sheet.too-large",
                            "文件超过 10 MB，不是这样的表；请核对",
                            "more than 10 MB is no such table: check the file");
                out.write(buffer, 0, read);
            }
        }
        return copy;
    }

    private void take(Path file, Place place) throws IOException {
        if (WorkbookCheck.looksLikeOne(file)) {
            workbook(Workbook.open(file, place, Budget.ofTable()));
            return;
        }
        var text = new TextTable(new TextFile(file, place));
        var reading = new Reading(place, text.hidden());
        text.rows(reading);
        if (!reading.found()) throw reading.noHeading();
    }

    /** The first sheet that has the heading is the table. */
    private void workbook(Workbook workbook) {
        var readings = new ArrayList<Reading>();
        workbook.sheets(opened -> {
            var reading = new Reading(opened.place(), opened.sheet().hidden());
            readings.add(reading);
            opened.asMerged(new Unmerging(opened.found().merged(), reading));
            return reading.found();
        });
        if (!readings.getLast().found()) throw readings.getFirst().noHeading();
        readings.getLast().hidden.tell(findings);
    }

    /** Looks for the heading, then keeps the rows below it. */
    private final class Reading implements Source.Taker {
        private final Place place;
        private final Map<String, String> known = Heading.known(columns);
        private final List<String> headings = new ArrayList<>();
        private List<String> nearly = List.of();
        private final Source.Hidden hidden;
        private int seen;

        Reading(Place place, Source.Hidden hidden) {
            this.place = place;
            this.hidden = hidden;
        }

        /** A heading that stands further below is none. */
        @Override
        public boolean enough() {
            return !found() && seen >= DEEPEST_HEADING;
        }

        boolean found() {
            return !headings.isEmpty();
        }

        @Override
        public void take(int number, List<@Nullable SheetCell> cells) {
            if (cells.stream().allMatch(Objects::isNull)) return;
            if (++seen > MOST_ROWS)
                throw refused(
                        place.row(number),
                        "sheet.rows",
                        "超过 %d 行，不是这样的表；请删去下方无用的行",
                        "more than %d rows is no such table: delete the stray ones below",
                        MOST_ROWS);
            if (found()) row(number, cells);
            else if (seen <= DEEPEST_HEADING) heading(number, cells);
        }

        private void heading(int number, List<@Nullable SheetCell> cells) {
            var names = cells.stream()
                    .map(cell -> cell == null ? "" : Excerpt.of(cell.text(), 60))
                    .map(text -> known.getOrDefault(Heading.folded(text), text))
                    .toList();
            var hits = names.stream().filter(known::containsValue).toList();
            if (hits.size() > nearly.size()) nearly = hits;
            if (!columns.stream().filter(Column::required).map(Column::name).allMatch(hits::contains)) return;

            headings.addAll(names);
            for (int i = 0; i < names.size(); i++) {
                int at = i;
                columns.stream()
                        .filter(column -> column.name().equals(names.get(at)) && !column.tucked())
                        .forEach(column -> hidden.take(at, column.heading()));
            }
            hits.stream()
                    .filter(name -> hits.indexOf(name) != hits.lastIndexOf(name))
                    .distinct()
                    .forEach(name -> findings.add(
                            place.row(number).column(name, heading(name)),
                            "sheet.column-twice",
                            "这一列出现两次，请删去一列",
                            "this column stands here twice: delete one of the two"));
        }

        private Sentence heading(String name) {
            return columns.stream()
                    .filter(column -> column.name().equals(name))
                    .map(Column::heading)
                    .findFirst()
                    .orElseGet(() -> new Sentence(name, name));
        }

        private void row(int number, List<@Nullable SheetCell> cells) {
            var named = new HashMap<String, SheetCell>();
            var others = new LinkedHashMap<String, SheetCell>();
            for (int i = 0; i < cells.size(); i++) {
                var cell = cells.get(i);
                if (cell == null) continue;
                var heading = i < headings.size() ? headings.get(i) : "";
                if (known.containsValue(heading)) named.put(heading, cell);
                else if (heading.isEmpty() || others.containsKey(heading)) others.put("第 " + (i + 1) + " 列", cell);
                else others.put(heading, cell);
            }
            if (isNote(cells)) return;
            hidden.take(number);
            rows.add(new SheetRow(place.row(number), columns, named, others, findings));
        }

        private static boolean isNote(List<@Nullable SheetCell> cells) {
            var filled = cells.stream().filter(Objects::nonNull).toList();
            return filled.size() == 1 && NOTE.matcher(filled.getFirst().text()).matches();
        }

        Refused noHeading() {
            var missing = Column.headings(
                    columns.stream()
                            .filter(column -> column.required() && !nearly.contains(column.name()))
                            .toList(),
                    "、");
            var all = Column.headings(columns, "、");
            return new Refused(
                    place,
                    "sheet.no-heading",
                    Sentence.of(
                            "前 %2$d 行里没有找到表头：缺少「%1$s」；可用的列：%3$s",
                            "no heading in the first %2$d rows: “%4$s” is missing; there may be: %5$s",
                            missing.zh(),
                            DEEPEST_HEADING,
                            all.zh(),
                            missing.en(),
                            all.en()));
        }
    }

    /** Gives each cell of a merged range what its first one says; a range that is a whole row is a title and is passed over. */
    private static final class Unmerging implements Source.Taker {
        private final Map<Integer, List<SheetCheck.Merged>> byTop;
        private final SheetCheck.@Nullable Merged[] over = new SheetCheck.Merged[Source.MOST_COLUMNS];
        private final @Nullable SheetCell[] says = new SheetCell[Source.MOST_COLUMNS];
        private final Source.Taker taker;
        private int last;

        Unmerging(List<SheetCheck.Merged> merged, Source.Taker taker) {
            this.byTop = merged.stream().collect(Collectors.groupingBy(SheetCheck.Merged::top));
            this.taker = taker;
        }

        @Override
        public void take(int number, List<@Nullable SheetCell> cells) {
            for (int row = last + 1; row <= number; row++)
                for (var range : byTop.getOrDefault(row, List.of())) begin(range, row == number ? cells : List.of());
            last = number;

            var whole = new ArrayList<@Nullable SheetCell>(cells);
            int widest = 0;
            for (int i = 0; i < over.length; i++) {
                var range = over[i];
                if (range == null || range.bottom() < number) continue;
                while (whole.size() <= i) whole.add(null);
                whole.set(i, says[i]);
                if (says[i] != null) widest = Math.max(widest, range.right() - range.left() + 1);
            }
            long filled = whole.stream().filter(Objects::nonNull).count();
            if (filled == 0 || widest < 2 || filled > widest) taker.take(number, whole);
        }

        @Override
        public boolean enough() {
            return taker.enough();
        }

        private void begin(SheetCheck.Merged range, List<@Nullable SheetCell> cells) {
            var says = range.left() <= cells.size() ? cells.get(range.left() - 1) : null;
            for (int i = range.left() - 1; i < Math.min(range.right(), over.length); i++) {
                over[i] = range;
                this.says[i] = says;
            }
        }
    }
}
