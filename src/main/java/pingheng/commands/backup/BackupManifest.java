package pingheng.commands.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pingheng.database.Dump;
import pingheng.files.Stored;

/** What a backup holds, each part with its digest; written as lines of fields between tabs. */
public record BackupManifest(
        int format, String schema, List<Table> tables, List<Dump.Sequence> sequences, List<Stored> files) {
    /** Its name within the backup. */
    static final String NAME = "manifest.tsv";

    /** As it was written before backups were sealed. */
    private static final int UNSEALED = 1;

    /** As it is written today: a seal over it stands beside it. */
    static final int SEALED = 2;

    private static final String FIRST = "pingheng-backup\t";

    private static final Pattern LINE = Pattern.compile("schema\t(?<schema>[0-9.]{1,20})"
            + "|table\t(?<table>[a-z_][a-z0-9_]{0,62})\t(?<rows>[0-9]{1,18})\t(?<bytes>[0-9]{1,18})\t(?<digest>[0-9a-f]{64})"
            + "|sequence\t(?<sequence>[a-z_][a-z0-9_]{0,62})\t(?<value>[0-9]{1,18})\t(?<called>true|false)"
            + "|file\t(?<file>[0-9a-f]{64})\t(?<size>[1-9][0-9]{0,17})");

    /** A table: its rows as text. */
    public record Table(String name, long rows, long size, String sha256) {}

    /** How many rows there are in all. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** How many bytes there are in all; {@link Long#MAX_VALUE} when they cannot be counted. */
    long size() {
        long size = 0;
        for (var table : tables) size = plus(size, table.size());
        for (var file : files) size = plus(size, file.size());
        return size;
    }

    private static long plus(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    boolean isSealed() {
        return format == SEALED;
    }

    /** The names of everything that it lists. */
    Set<String> names() {
        var names = new TreeSet<String>();
        tables.forEach(table -> names.add(name(table.name())));
        files.forEach(file -> names.add(name(file)));
        return names;
    }

    static String name(String table) {
        return "tables/" + table;
    }

    static String name(Stored file) {
        return "files/" + file.sha256();
    }

    String written() {
        var text = new StringBuilder(FIRST).append(format).append('\n');
        text.append("schema\t").append(schema).append('\n');
        tables.forEach(table -> line(text, "table", table.name(), table.rows(), table.size(), table.sha256()));
        sequences.forEach(one -> line(text, "sequence", one.name(), one.value(), one.called()));
        files.forEach(file -> line(text, "file", file.sha256(), file.size()));
        return text.toString();
    }

    private static void line(StringBuilder text, Object... fields) {
        for (int i = 0; i < fields.length; i++) text.append(i == 0 ? "" : "\t").append(fields[i]);
        text.append('\n');
    }

    /** Only what {@link #written} writes is read: every line of a known kind, nothing twice. */
    static BackupManifest read(String text) {
        var format = format(text);
        var schema = "";
        var tables = new ArrayList<Table>();
        var sequences = new ArrayList<Dump.Sequence>();
        var files = new ArrayList<Stored>();
        var lines = text.lines().toList();
        for (int number = 2; number <= lines.size(); number++) {
            var line = LINE.matcher(lines.get(number - 1));
            if (!line.matches()) throw BackupRefusals.manifest(number);
            if (line.group("schema") != null) schema = line.group("schema");
            if (line.group("table") != null) tables.add(table(line));
            if (line.group("sequence") != null) sequences.add(sequence(line));
            if (line.group("file") != null)
                files.add(new Stored(line.group("file"), Long.parseLong(line.group("size"))));
        }
        var manifest =
                new BackupManifest(format, schema, List.copyOf(tables), List.copyOf(sequences), List.copyOf(files));
        if (!manifest.written().equals(text) || manifest.names().size() != tables.size() + files.size())
            throw BackupRefusals.manifest(lines.size());
        return manifest;
    }

    private static int format(String text) {
        for (int known : List.of(UNSEALED, SEALED)) if (text.startsWith(FIRST + known + "\n")) return known;
        throw BackupRefusals.manifest(1);
    }

    private static Table table(Matcher line) {
        return new Table(
                line.group("table"),
                Long.parseLong(line.group("rows")),
                Long.parseLong(line.group("bytes")),
                line.group("digest"));
    }

    private static Dump.Sequence sequence(Matcher line) {
        return new Dump.Sequence(
                line.group("sequence"),
                Long.parseLong(line.group("value")),
                line.group("called").equals("true"));
    }
}
