package pingheng.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import pingheng.database.EmbeddedPostgres;

/** The database of a server, looked at and held up from beside, with the rights of its owner. */
final class Beside {
    /** Somebody who has written to a table, has not committed, and waits. */
    private static final String WAITING_IN_THE_MIDDLE = """
            select count(*)
              from pg_locks wrote
              join pg_locks waits on waits.pid = wrote.pid and not waits.granted
             where wrote.relation = ':table'::regclass
               and wrote.mode = 'RowExclusiveLock'
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Beside() {}

    static Connection connection(Path data) throws IOException, SQLException {
        var database = EmbeddedPostgres.running(data).orElseThrow();
        var owner = database.owner();
        return DriverManager.getConnection(database.url(), owner.user(), owner.password());
    }

    /** One question over a connection of its own. */
    static long ask(Path data, String question) throws IOException, SQLException {
        try (var database = connection(data)) {
            return ask(database, question);
        }
    }

    static long ask(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static void until(Connection database, String seen) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ask(database, seen) == 0)
            assertThat(System.nanoTime()).as("nothing is seen of %s", seen).isLessThan(end);
    }

    /**
     * Holds something fast, sends an act and waits until it has written to the table and is held up, seen by nobody else. Whoever is
     * killed then is killed in the middle; the hold ends with the database.
     */
    static void stopped(Path data, String holding, Runnable act, String table, String written)
            throws IOException, SQLException {
        var holds = connection(data);
        holds.setAutoCommit(false);
        try (var statement = holds.createStatement()) {
            statement.execute(holding);
        }
        long before = ask(data, written);
        act.run();
        try (var database = connection(data)) {
            until(database, WAITING_IN_THE_MIDDLE.replace(":table", table));
            assertThat(ask(database, written)).as("seen by nobody else").isEqualTo(before);
        }
    }
}
