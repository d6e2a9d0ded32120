package pingheng.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** All rows of the database as text, seen at one moment, and put back the same. Times, numbers and bytes have one form. */
public final class Dump implements AutoCloseable {
    private static final List<String> ONE_FORM = List.of(
            "set datestyle to 'ISO, YMD'",
            "set timezone to 'UTC'",
            "set bytea_output to 'hex'",
            "set extra_float_digits to 1",
            "set intervalstyle to 'iso_8601'");

    private final Connection connection;

    private Dump(Connection connection) {
        this.connection = connection;
    }

    /** Where the numbering of rows stands. */
    public record Sequence(String name, long value, boolean called) {}

    /** Everything as it is now, whatever is written meanwhile. */
    public static Dump reading(Database database) throws SQLException {
        return begin(database, "set transaction isolation level repeatable read, read only");
    }

    /** For putting back: nothing is there before {@link #commit()}. */
    public static Dump writing(Database database) throws SQLException {
        return begin(database, "set transaction isolation level read committed");
    }

    private static Dump begin(Database database, String transaction) throws SQLException {
        var owner = database.owner();
        var dump = new Dump(DriverManager.getConnection(database.url(), owner.user(), owner.password()));
        for (var form : ONE_FORM) dump.execute(form);
        dump.connection.setAutoCommit(false);
        dump.execute(transaction);
        return dump;
    }

    /** The transaction, for whoever checks what is in it. */
    public Connection connection() {
        return connection;
    }

    /** The version of the tables. */
    public String schemaVersion() throws SQLException {
        return ask("""
                select version
                  from flyway_schema_history
                 where success
                 order by installed_rank desc
                 limit 1
                """).getFirst();
    }

    /** Every table, each after those it refers to. */
    public List<String> tables() throws SQLException {
        var sorted = new ArrayList<String>();
        var open = new ArrayList<>(ask("""
                select quote_ident(relname)
                  from pg_class
                 where relnamespace = 'public'::regnamespace
                   and relkind = 'r'
                   and relname <> 'flyway_schema_history'
                 order by relname
                """));
        while (!open.isEmpty()) {
            var next = new ArrayList<String>();
            for (var table : open) if (sorted.containsAll(referred(table))) next.add(table);
            if (next.isEmpty()) throw new IllegalStateException("tables that refer to each other: " + open);
            sorted.addAll(next);
            open.removeAll(next);
        }
        return sorted;
    }

    /** The other tables it refers to. */
    private List<String> referred(String table) throws SQLException {
        return ask("""
                select distinct quote_ident(other.relname)
                  from pg_constraint reference
                  join pg_class other on other.oid = reference.confrelid
                 where reference.contype = 'f'
                   and reference.conrelid = '%1$s'::regclass
                   and reference.confrelid <> '%1$s'::regclass
                """.formatted(table));
    }

    /** The rows in the order of the primary key; gives their number. */
    public long copyOut(String table, OutputStream out) throws SQLException, IOException {
        var key = String.join(", ", ask("""
                select quote_ident(attname)
                  from pg_index
                  join pg_attribute on attrelid = indrelid and attnum = any (indkey)
                 where indrelid = '%s'::regclass
                   and indisprimary
                 order by array_position(indkey, attnum)
                """.formatted(table)));
        if (key.isEmpty()) throw new IllegalStateException("a table without a key: " + table);
        return copy().copyOut(
                        "copy (select %s from %s order by %s) to stdout".formatted(columns(table), table, key), out);
    }

    /** Puts rows in; gives their number. */
    public long copyIn(String table, InputStream in) throws SQLException, IOException {
        return copy().copyIn("copy %s (%s) from stdin".formatted(table, columns(table)), in);
    }

    public List<Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<Sequence>();
        for (var name : ask("""
                select quote_ident(relname)
                  from pg_class
                 where relnamespace = 'public'::regnamespace
                   and relkind = 'S'
                 order by relname
                """)) sequences.add(sequence(name));
        return sequences;
    }

    private Sequence sequence(String name) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select last_value, is_called from " + name)) {
            rows.next();
            return new Sequence(name, rows.getLong(1), rows.getBoolean(2));
        }
    }

    public void set(Sequence sequence) throws SQLException {
        execute("select setval('%s', %d, %b)".formatted(sequence.name(), sequence.value(), sequence.called()));
    }

    /**
     * Removes the rows that the migrations have put in: what is put back has them, and those of the tables that triggers keep, which rest
     * until {@link #commit()}.
     */
    public void empty() throws SQLException {
        execute("truncate " + String.join(", ", tables()));
        for (var table : tables()) execute("alter table " + table + " disable trigger user");
    }

    public void commit() throws SQLException {
        for (var table : tables()) execute("alter table " + table + " enable trigger user");
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** All columns but those that the database fills in by itself. */
    private String columns(String table) throws SQLException {
        return String.join(", ", ask("""
                select quote_ident(attname)
                  from pg_attribute
                 where attrelid = '%s'::regclass
                   and attnum > 0
                   and not attisdropped
                   and attgenerated = ''
                 order by attnum
                """.formatted(table)));
    }

    private CopyManager copy() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> ask(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (rows.next()) all.add(rows.getString(1));
            return all;
        }
    }
}
