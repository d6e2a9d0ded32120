package pingheng.sheet;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.sheet.zip.Budget;
import pingheng.text.Excerpt;

/**
 * A folder of tables. The table {@code points} is the file points.tsv, points.csv or points.xlsx (of a workbook its first sheet), or the
 * sheet {@code points} of another workbook in the folder; it may be there once only. What a file is its content says, whatever its name.
 */
public final class Folder {
    private static final List<String> ENDINGS = List.of("tsv", "csv", "xlsx");

    private final Path directory;
    private final String path;
    private final Findings findings;
    private final Canon canon = new Canon();
    private final Budget left;
    private final @Nullable Limits limits;
    private final Map<String, @Nullable Source> sources = new HashMap<>();
    private @Nullable List<Path> listed;
    private final Map<Path, Optional<Workbook>> opened = new HashMap<>();

    /** Tables whose file was refused: they are not missing, too. */
    private final Set<String> refused = new HashSet<>();

    private Folder(Path directory, String path, @Nullable Limits limits, Findings findings) {
        this.directory = directory;
        this.path = path;
        this.limits = limits;
        this.left = limits == null ? Budget.ofFolder() : Budget.ofTable();
        this.findings = findings;
    }

    /** How a file that was handed in is called, if by one name, and how many rows a table may have. */
    private record Limits(@Nullable String called, int rows) {}

    /** A folder that does not exist is a finding. */
    public static Folder of(Path directory, Findings findings) {
        if (!Files.isDirectory(directory))
            findings.add(Place.file(directory.toString()), "folder.missing", "没有这个文件夹", "there is no such folder");
        return new Folder(directory, "", null, findings);
    }

    /** One table that somebody handed in under the name {@code called}: it lies in the folder alone, and is no longer than any such table. */
    public static Folder handedIn(Path directory, String called, Findings findings) {
        return new Folder(directory, "", new Limits(Excerpt.of(called, 80), OfficeTable.MOST_ROWS), findings);
    }

    /** Tables that somebody handed in together, each under its own name. */
    public static Folder handedIn(Path directory, Findings findings) {
        return new Folder(directory, "", new Limits(null, Source.MOST_ROWS_TOGETHER), findings);
    }

    /** The folder of that name in this one; its tables are told as NAME/table. */
    public Folder folder(String name) {
        var inside = directory.resolve(name);
        if (Files.isSymbolicLink(inside))
            findings.add(
                    Place.file(path + name),
                    "folder.link",
                    "是链接，没有读取；请放入文件夹本身",
                    "a link, which is not followed: put the folder itself here");
        return new Folder(inside, path + name + "/", limits, findings);
    }

    public boolean has(String table) {
        return source(table) != null;
    }

    /** The file of a table, for what is wrong with the table as a whole. */
    public Place place(String table) {
        var source = source(table);
        return source == null ? Place.file(path + table + ".tsv") : source.place();
    }

    public void refuse(Place place, String code, Sentence sentence) {
        findings.add(place, code, sentence);
    }

    /** Whether nothing has been found wrong so far; then what follows from an earlier finding need not be told again. */
    public boolean sound() {
        return !findings.any();
    }

    /** SHA-256 over the canonical form of the tables read from this folder so far, but those named. */
    public String digest(List<String> without) {
        return canon.digest(without);
    }

    /** Hands over the rows of a table, one by one; what is wrong, a missing table too, goes to the findings. */
    public void read(String table, List<Column> columns, Consumer<SheetRow> rows) {
        var source = source(table);
        if (source != null) read(table, source, columns, false, rows);
        else if (!refused.contains(table)) missing(table);
    }

    private void missing(String table) {
        var alike = listed().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(table + "."))
                .map(Excerpt::of)
                .collect(Collectors.joining("、"));
        findings.add(
                Place.file(path + table + ".tsv"),
                "table.missing",
                "缺少表 %1$s（%1$s.tsv、%1$s.csv、%1$s.xlsx 或工作簿中的同名工作表）%2$s",
                "the table %1$s is missing (%1$s.tsv, %1$s.csv, %1$s.xlsx, or a sheet of that name in a workbook)%3$s",
                table,
                alike.isEmpty() ? "" : "；现有 " + alike + "，请另存为 " + table + ".xlsx",
                alike.isEmpty() ? "" : "; there is " + alike + ": save it as " + table + ".xlsx");
    }

    /** As {@link #read}, but the table may be missing. */
    public void readOptional(String table, List<Column> columns, Consumer<SheetRow> rows) {
        var source = source(table);
        if (source != null) read(table, source, columns, false, rows);
    }

    /** As above, but the table may have more columns: {@link SheetRow#others}. */
    public void readWideOptional(String table, List<Column> columns, Consumer<SheetRow> rows) {
        var source = source(table);
        if (source != null) read(table, source, columns, true, rows);
    }

    private void read(String table, Source source, List<Column> columns, boolean open, Consumer<SheetRow> rows) {
        var hidden = source.hidden();
        var reading = new Reading(table, source.place(), columns, open, rows, hidden);
        try {
            source.rows(reading);
        } catch (Refused refused) {
            refused.findings().forEach(one -> findings.add(one.place(), one.code(), one.sentence()));
            return;
        }
        hidden.tell(findings);
        if (reading.heading == null)
            findings.add(source.place(), "table.empty", "是空表，连表头也没有", "the table is empty, it has no heading even");
    }

    private @Nullable Source source(String table) {
        if (sources.containsKey(table)) return sources.get(table);
        var found = new ArrayList<Source>();
        for (var ending : ENDINGS) {
            var file = directory.resolve(table + "." + ending);
            if (listed().contains(file)) {
                var source = open(file);
                if (source != null) found.add(source);
                else refused.add(table);
            }
        }
        for (var workbook : workbooks())
            if (!workbook.isFile(table)) workbook.sheet(table).ifPresent(found::add);
        if (found.size() > 1)
            findings.add(
                    found.get(1).place(),
                    "table.twice",
                    "表 %s 另有一份：%s；请只留一份",
                    "the table %s is in %s, too: keep one of the two",
                    table,
                    found.getFirst().place().file());
        var source = found.isEmpty() ? null : found.getFirst();
        sources.put(table, source);
        return source;
    }

    private @Nullable Source open(Path file) {
        var place = place(file);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            findings.add(
                    place,
                    "table.no-file",
                    "不是普通文件（链接或文件夹），没有读取",
                    "not a plain file (a link or a folder) and was not read");
            return null;
        }
        return Workbook.is(file) ? workbook(file) : new TextTable(new TextFile(file, place));
    }

    private Place place(Path file) {
        return Place.file(limits == null || limits.called() == null ? path + file.getFileName() : limits.called());
    }

    /** Opened, and refused, once. */
    private @Nullable Workbook workbook(Path file) {
        return opened.computeIfAbsent(file, one -> {
                    try {
                        return Optional.of(Workbook.open(one, place(one), left));
                    } catch (Refused refusal) {
                        refusal.findings()
                                .forEach(found -> findings.add(found.place(), found.code(), found.sentence()));
                        return Optional.empty();
                    }
                })
                .orElse(null);
    }

    /** The workbooks of the folder, but not the lock files that lie beside those which are open. */
    private List<Workbook> workbooks() {
        var workbooks = new ArrayList<Workbook>();
        for (var file : listed()) {
            var name = file.getFileName().toString();
            if (ENDINGS.stream().noneMatch(ending -> name.endsWith("." + ending))) continue;
            if (name.startsWith("~$") || name.startsWith(".")) continue;
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Workbook.is(file)) continue;
            var workbook = workbook(file);
            if (workbook != null) workbooks.add(workbook);
        }
        return workbooks;
    }

    /** The files of the folder, sorted; none where there is no folder or only a link to one. */
    private List<Path> listed() {
        var known = listed;
        if (known != null) return known;
        var files = new ArrayList<Path>();
        listed = files;
        if (path.isEmpty() ? !Files.isDirectory(directory) : !Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS))
            return files;
        try (var all = Files.newDirectoryStream(directory)) {
            all.forEach(files::add);
        } catch (IOException | DirectoryIteratorException broken) {
            findings.add(
                    Place.file(path.isEmpty() ? "." : path),
                    "folder.unreadable",
                    "文件夹无法读取；请检查权限",
                    "the folder cannot be read: check its permissions");
        }
        files.sort(null);
        return files;
    }

    /** Reads one table: the first row is the heading, blank rows are passed over. */
    private final class Reading implements Source.Taker {
        private final String table;
        private final Place place;
        private final List<Column> columns;
        private final boolean open;
        private final Consumer<SheetRow> rows;
        private final Source.Hidden hidden;
        private @Nullable Heading heading;
        private int taken;

        Reading(
                String table,
                Place place,
                List<Column> columns,
                boolean open,
                Consumer<SheetRow> rows,
                Source.Hidden hidden) {
            this.table = table;
            this.place = place;
            this.columns = columns;
            this.open = open;
            this.rows = rows;
            this.hidden = hidden;
        }

        @Override
        public void take(int number, List<@Nullable SheetCell> cells) {
            if (cells.stream().allMatch(cell -> cell == null)) return;
            var known = heading;
            if (known == null) {
                heading = new Heading(cells, columns, open, place.row(number), findings);
                heading.tell(hidden);
            } else if (known.complete()) {
                hidden.take(number);
                if (limits != null && ++taken > limits.rows())
                    throw Source.refused(
                            place.row(number),
                            "sheet.rows",
                            "超过 %d 行，不是这样的表；请删去下方无用的行",
                            "more than %d rows is no such table: delete the stray ones below",
                            limits.rows());
                var row = known.row(number, cells, place, findings);
                if (!open) canon.row(table, row, columns);
                rows.accept(row);
            }
        }
    }
}
