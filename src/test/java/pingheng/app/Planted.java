package pingheng.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that no version of the program can read, planted by SQL as the owner of the tables: one in each column of a round that the
 * database lets be spoiled, found in its catalogue. A column whose check refuses the value needs no planting.
 */
record Planted(List<String> columns) {
    private static final List<String> SPOILT =
            List.of("'？１x、'", "'1 2 3 4 5 6 7 8 9'", "99.5", "0", "1900000000", "date '1066-10-14'");

    /** Columns of tables that hang on a round, but neither keys to other tables nor times. */
    private static final String COLUMNS = """
            with recursive hanging as (
                select 'round'::regclass::oid as oid
                union
                select k.conrelid from pg_constraint k join hanging h on k.confrelid = h.oid where k.contype = 'f'
            )
            select c.relname, a.attname,
                   exists (select from pg_attribute u where u.attrelid = c.oid and u.attname = 'unit' and not u.attisdropped) as ofunit,
                   exists (select from pg_attribute u where u.attrelid = c.oid and u.attname = 'unreadable') as flagged
              from hanging h
              join pg_class c on c.oid = h.oid and c.relname not in ('round', 'round_framework')
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where a.atttypid in ('text'::regtype, 'numeric'::regtype, 'int4'::regtype, 'date'::regtype)
               and a.attidentity = '' and a.attname not in ('version', 'number', 'person')
               and not exists (select from pg_constraint k
                                where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey))
             order by 1, 2
            """;

    private record Column(String table, String name, boolean ofUnit, boolean flagged) {}

    /** Plants them all, each in a row of its own as far as there are rows. */
    static Planted all(App app) {
        return planted(app, null);
    }

    /** Plants one of them. */
    static Planted one(App app, String column) {
        return planted(app, column);
    }

    /** Spoils the marks that the layers give on a point. */
    static void marks(App app, String point) {
        var owner = app.database().owner();
        try (var connection = DriverManager.getConnection(app.database().url(), owner.user(), owner.password());
                var statement = connection.prepareStatement(
                        "update judgement set marks = '一 二', unreadable = true where decision = 'marks' and point = ?")) {
            statement.setString(1, point);
            if (statement.executeUpdate() == 0) throw new IllegalStateException("no marks on " + point);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Planted planted(App app, @Nullable String only) {
        var owner = app.database().owner();
        try (var connection = DriverManager.getConnection(app.database().url(), owner.user(), owner.password())) {
            var planted = new ArrayList<String>();
            int at = 0;
            for (var column : columns(connection)) {
                var name = column.table + "." + column.name;
                if (only == null || name.equals(only))
                    for (var spoilt : SPOILT) {
                        if (spoil(connection, column, spoilt, only == null ? at++ : 0))
                            planted.add(name + " = " + spoilt);
                    }
            }
            return new Planted(planted);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            while (rows.next())
                columns.add(new Column(rows.getString(1), rows.getString(2), rows.getBoolean(3), rows.getBoolean(4)));
        }
        return columns;
    }

    private static boolean spoil(Connection connection, Column column, String spoilt, int at) throws SQLException {
        var sql = """
                update %1$s
                   set %2$s = %3$s%4$s
                 where ctid = (select ctid from %1$s %5$s
                                order by ctid
                               offset (select %6$d %% greatest(count(*), 1) from %1$s %5$s)
                                limit 1)
                """.formatted(
                        column.table,
                        column.name,
                        spoilt,
                        column.flagged ? ", unreadable = true" : "",
                        column.ofUnit ? "where unit = '" + App.PANYU + "'" : "",
                        at);
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql) == 1;
        } catch (SQLException guarded) {
            if (!guarded.getSQLState().startsWith("23")
                    && !guarded.getSQLState().startsWith("22")
                    && !guarded.getSQLState().startsWith("42804")) throw guarded;
            return false;
        }
    }
}
