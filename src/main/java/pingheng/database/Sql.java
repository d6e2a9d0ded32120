package pingheng.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import pingheng.text.Coded;
import pingheng.value.Code;
import pingheng.value.Id;
import pingheng.value.number.Score;
import pingheng.value.number.Version;

/**
 * Asks the database. A statement names its parameters ({@code :unit}) and is handed them in pairs of name and value; as what a value is
 * kept is decided here and nowhere else. Runs within the transaction of the caller.
 */
@Component
public final class Sql {
    private final JdbcClient client;

    Sql(JdbcClient client) {
        this.client = client;
    }

    /** One that asks over this connection, in whatever transaction is open on it. */
    public static Sql on(Connection connection) {
        return new Sql(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    }

    /** What a row comes to; written out by hand, column by column. */
    @FunctionalInterface
    public interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    /** What is done with each row. */
    @FunctionalInterface
    public interface Reader {
        void read(Row row) throws SQLException;
    }

    public Statement sql(String sql) {
        return new Statement(client.sql(sql));
    }

    /** A value as the driver takes it. */
    static @Nullable Object kept(@Nullable Object value) {
        return switch (value) {
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Coded coded -> coded.code();
            case Id id -> id.number();
            case Code code -> code.text();
            case Version version -> version.number();
            case Score score -> score.points();
            case Collection<?> many -> many.stream().map(Sql::kept).toList();
            case null, default -> value;
        };
    }

    /** A statement that waits to be carried out. */
    public static final class Statement {
        private final JdbcClient.StatementSpec statement;

        private Statement(JdbcClient.StatementSpec statement) {
            this.statement = statement;
        }

        /** Its parameters: name, value, name, value. A name without a value is refused. */
        public Statement with(@Nullable Object... pairs) {
            if (pairs.length % 2 != 0) throw new IllegalArgumentException("a parameter without a value");
            for (int at = 0; at < pairs.length; at += 2)
                statement.param(String.valueOf(pairs[at]), kept(pairs[at + 1]));
            return this;
        }

        /** All rows, in the order of the statement. */
        public <T> List<T> list(Mapper<T> mapper) {
            return statement.query(rows(mapper)).list();
        }

        /** The row, if there is one; more than one is a fault of the statement. */
        public <T> Optional<T> optional(Mapper<T> mapper) {
            return statement.query(rows(mapper)).optional();
        }

        /** The one row; none or more than one is a fault of the statement. */
        public <T> T single(Mapper<T> mapper) {
            return statement.query(rows(mapper)).single();
        }

        /** What each row comes to, each once, in the order of the rows. */
        public <T> Set<T> set(Mapper<T> mapper) {
            return new LinkedHashSet<>(list(mapper));
        }

        /** One value a key, the last of each, the keys in the order of the rows. */
        public <K, V> Map<K, V> map(Mapper<K> key, Mapper<V> value) {
            var map = new LinkedHashMap<K, V>();
            each(row -> map.put(key.map(row), value.map(row)));
            return map;
        }

        /** All values of each key, both in the order of the rows. */
        public <K, V> Map<K, List<V>> grouped(Mapper<K> key, Mapper<V> value) {
            var groups = new LinkedHashMap<K, List<V>>();
            each(row -> groups.computeIfAbsent(key.map(row), one -> new ArrayList<>())
                    .add(value.map(row)));
            return groups;
        }

        /** Reads row by row. */
        public void each(Reader reader) {
            statement.query((RowCallbackHandler) row -> reader.read(new Row(row)));
        }

        /** Runs it for what it does alone, whatever it answers. */
        public void run() {
            statement.query((row, number) -> 0).list();
        }

        /** How many rows it wrote. */
        public int update() {
            return statement.update();
        }

        /** Whether it wrote a row; more than one is a fault of the statement. */
        public boolean updated() {
            int rows = update();
            if (rows > 1) throw new IllegalStateException(rows + " rows were written where one was meant");
            return rows == 1;
        }

        private static <T> RowMapper<T> rows(Mapper<T> mapper) {
            return (row, number) -> mapper.map(new Row(row));
        }
    }
}
