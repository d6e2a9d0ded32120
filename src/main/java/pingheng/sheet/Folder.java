package pingheng.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Sentence;

/** A folder of tables. */
public final class Folder {
    private final Path directory;
    private final Findings findings;

    private Folder(Path directory, Findings findings) {
        this.directory = directory;
        this.findings = findings;
    }

    public static Folder of(Path directory, Findings findings) {
        return new Folder(directory, findings);
    }

    public Folder folder(String name) {
        return new Folder(directory.resolve(name), findings);
    }

    public boolean has(String table) {
        return Files.exists(directory.resolve(table + ".tsv"));
    }

    public Place place(String table) {
        return Place.file(table + ".tsv");
    }

    public void refuse(Place place, String code, Sentence sentence) {
        findings.add(place, code, sentence);
    }

    public String digest(List<String> without) {
        return "0";
    }

    public void read(String table, List<Column> columns, Consumer<Row> rows) {
        readWide(table, columns, rows);
    }

    public void readOptional(String table, List<Column> columns, Consumer<Row> rows) {
        if (has(table)) readWide(table, columns, rows);
    }

    public void readWideOptional(String table, List<Column> columns, Consumer<Row> rows) {
        if (has(table)) readWide(table, columns, rows);
    }

    public void readWide(String table, List<Column> columns, Consumer<Row> rows) {
        try {
            var lines = Files.readAllLines(directory.resolve(table + ".tsv"), StandardCharsets.UTF_8);
            var heading = lines.getFirst().split("\t");
            var known = new HashMap<String, String>();
            for (var column : columns) {
                known.put(column.name(), column.name());
                column.aliases().forEach(alias -> known.put(alias, column.name()));
            }
            for (int i = 1; i < lines.size(); i++) {
                var cells = new LinkedHashMap<String, Cell>();
                var others = new LinkedHashMap<String, Cell>();
                var parts = lines.get(i).split("\t", -1);
                for (int j = 0; j < parts.length; j++) {
                    if (parts[j].isBlank()) continue;
                    var name = known.get(heading[j]);
                    var cell = new Cell(parts[j].strip(), parts[j].endsWith("%"), place(table));
                    if (name == null) others.put(heading[j], cell);
                    else cells.put(name, cell);
                }
                rows.accept(new Row(i + 1, place(table), cells, others, findings));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
