package pingheng.database;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the login of the program may do with each table, as the catalogue of a database tells it and as it turns out when it tries. */
record Rights(Database database, List<Table> tables) {
    /** Whatever it has them from: granted to it, to everybody, or to a group it is in. */
    private static final String ASKED = """
            select c.relname, c.relkind,
                   has_table_privilege(':app', c.oid, 'select'), has_any_column_privilege(':app', c.oid, 'insert'),
                   has_table_privilege(':app', c.oid, 'update'),
                   has_table_privilege(':app', c.oid, 'delete'), has_table_privilege(':app', c.oid, 'truncate'),
                   string_agg(a.attname, ', ' order by a.attname) filter (where has_column_privilege(':app', c.oid, a.attnum, 'update')),
                   string_agg(a.attname, ', ' order by a.attname) filter (where not has_column_privilege(':app', c.oid, a.attnum, 'update'))
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relnamespace = 'public'::regnamespace
               and c.relkind in ('r', 'p', 'v', 'm', 'f')
               and c.relname <> 'flyway_schema_history'
             group by c.oid
             order by c.relname collate "C"
            """;

    private static final String SEQUENCES = """
            select relname
              from pg_class
             where relnamespace = 'public'::regnamespace
               and case when relkind = 'S' then has_sequence_privilege(':app', oid, 'update') else false end
            """;

    /** Not permitted; of a view, that no row of it can be changed by anybody. */
    private static final List<String> REFUSED = List.of("42501", "55000");

    /** A table with the verbs that are allowed on it, the columns that may be changed and those that may not. */
    record Table(String name, boolean view, List<String> may, List<String> changed, List<String> kept) {
        /** Whether rows can be changed or removed at all. */
        boolean changes() {
            return !changed.isEmpty() || may.contains("delete") || may.contains("truncate");
        }

        String told() {
            return name + (view ? " (view)  " : "  ") + String.join(", ", may);
        }
    }

    static Rights of(Database database) throws SQLException {
        try (var connection = Ground.connection(database, database.owner())) {
            return seen(database, connection);
        }
    }

    /** As a transaction of the owner sees them. */
    static Rights seen(Database database, Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(asked(ASKED, database))) {
            var tables = new ArrayList<Table>();
            while (rows.next()) tables.add(table(rows));
            return new Rights(database, tables);
        }
    }

    private static Table table(ResultSet row) throws SQLException {
        var changed = names(row.getString(8));
        var may = new ArrayList<String>();
        if (row.getBoolean(3)) may.add("select");
        if (row.getBoolean(4)) may.add("insert");
        if (row.getBoolean(5)) may.add("update");
        else if (!changed.isEmpty()) may.add("update (" + String.join(", ", changed) + ")");
        if (row.getBoolean(6)) may.add("delete");
        if (row.getBoolean(7)) may.add("truncate");
        return new Table(row.getString(1), row.getString(2).equals("v"), may, changed, names(row.getString(9)));
    }

    /** The sequences that it can set back or forth, whose numbers would then be given twice. */
    List<String> sequences() throws SQLException {
        return Ground.ask(database, database.owner(), asked(SEQUENCES, database));
    }

    private static String asked(String sql, Database database) {
        return sql.replace(":app", database.app().user());
    }

    private static List<String> names(@Nullable String joined) {
        return joined == null ? List.of() : Arrays.asList(joined.split(", "));
    }

    /** Every way to change what is there, tried on every table and column for which no reason is given; gives how many were refused. */
    int triesToChangeWhatCounts() throws SQLException {
        int refused = 0;
        try (var connection = Ground.connection(database, database.app());
                var statement = connection.createStatement()) {
            for (var sql : changes()) {
                assertThatExceptionOfType(SQLException.class)
                        .as(sql)
                        .isThrownBy(() -> statement.execute(sql))
                        .extracting(SQLException::getSQLState)
                        .isIn(REFUSED);
                refused++;
            }
        }
        return refused;
    }

    private List<String> changes() {
        var changes = new ArrayList<String>();
        for (var table : tables) {
            boolean reason = Schema.MAY_CHANGE.containsKey(table.name());
            for (var column : table.kept()) changes.add("update " + table.name() + " set " + column + " = default");
            if (!reason || !table.may().contains("delete")) changes.add("delete from " + table.name());
            if (!table.view()) changes.add("truncate " + table.name());
            if (!reason)
                table.changed()
                        .forEach(column -> changes.add("update " + table.name() + " set " + column + " = default"));
        }
        return changes;
    }
}
