package pingheng.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.app.Guest;
import pingheng.database.EmbeddedPostgres;
import pingheng.value.UnitCode;

/** The server or its database killed in the middle of a release: all of it is there afterwards, or nothing. */
class KilledReleaseStory {
    private static final Set<UnitCode> UNITS =
            Set.of(new UnitCode("440100"), new UnitCode("440103"), new UnitCode("440113"));

    private static final String RESULTS = "/r/GD-2020/results";
    private static final Pattern PROPOSAL = Pattern.compile("name=\"proposal\" value=\"([0-9]+)\"");

    /** Stops a release before its second unit: each names its division, which is held fast here. */
    private static final String BETWEEN_UNITS = "select code from division where code = '440103' for update";

    /** Stops a release before the ledger, which is written last. */
    private static final String BEFORE_THE_LEDGER = "select number from ledger_head where unit = '440000' for update";

    /** Somebody who has written to the table of releases, has not committed, and waits. */
    private static final String WAITING_IN_THE_MIDDLE = """
            select count(*)
              from pg_locks wrote
              join pg_locks waits on waits.pid = wrote.pid and not waits.granted
             where wrote.relation = 'release'::regclass
               and wrote.mode = 'RowExclusiveLock'
            """;

    /** Somebody who has the round for themselves. */
    private static final String ALONE = """
            select count(*)
              from pg_locks
             where locktype = 'advisory' and mode = 'ExclusiveLock'
            """;

    private static final String WRITTEN = """
            select (select count(*) from release)
                   + (select count(*) from released_unit)
                   + (select count(*) from ledger_entry where verb = 'result.released')
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Library library = Library.NONE;

    @BeforeAll
    static void aSmallProvince(@TempDir Path temp) throws IOException {
        library = Library.in(temp).only(UNITS);
    }

    @Test
    void aReleaseIsWholeOrAbsentWhoeverIsKilledAndWhen(@TempDir Path temp) throws IOException, SQLException {
        var data = Library.open(Library.open(temp).resolve("data"));
        var server = new Killable(library, data, List.of());
        server.run("propose");
        server.start();

        stopped(server, data, BETWEEN_UNITS);
        server.kill();
        server.start();
        assertThat(written(data)).as("the server killed between two units").isZero();

        stopped(server, data, BEFORE_THE_LEDGER);
        server.killDatabase();
        assertThat(written(data)).as("the database killed before the ledger").isZero();

        try (var database = connection(data)) {
            press(server);
            until(database, ALONE);
        }
        server.kill();
        server.start();
        long whole = 1L + UNITS.size() + 1;
        assertThat(written(data)).as("killed at any moment").isIn(0L, whole);

        if (written(data) == 0)
            assertThat(confirm(server)).as("confirmed again").isEqualTo(302);
        server.kill();
        assertThat(server.run("released")).isEqualTo("released");
        server.start();
        assertThat(written(data)).isEqualTo(whole);
        assertThat(confirm(server)).as("released already").isEqualTo(409);
        server.kill();
    }

    /** Presses the button and waits until the release has been begun and is held up. */
    private static void stopped(Killable server, Path data, String holding) throws IOException, SQLException {
        var holds = connection(data);
        holds.setAutoCommit(false);
        ask(holds, holding);
        press(server);
        try (var database = connection(data)) {
            until(database, WAITING_IN_THE_MIDDLE);
            assertThat(ask(database, WRITTEN)).as("seen by nobody else").isZero();
        }
    }

    private static void press(Killable server) {
        Thread.ofVirtual().start(() -> {
            try {
                confirm(server);
            } catch (UncheckedIOException killed) {
                // the answer was never given
            }
        });
    }

    private static int confirm(Killable server) {
        var head = Guest.as(server.port(), "province-head");
        var found = PROPOSAL.matcher(head.get(RESULTS).body());
        var proposal = found.find() ? found.group(1) : "1";
        return head.post(RESULTS + "/release", "proposal", proposal).status();
    }

    private static void until(Connection database, String seen) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ask(database, seen) == 0)
            assertThat(System.nanoTime()).as("nothing is seen of %s", seen).isLessThan(end);
    }

    private static long written(Path data) throws IOException, SQLException {
        try (var database = connection(data)) {
            return ask(database, WRITTEN);
        }
    }

    private static long ask(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connection(Path data) throws IOException, SQLException {
        var database = EmbeddedPostgres.running(data).orElseThrow();
        var owner = database.owner();
        return DriverManager.getConnection(database.url(), owner.user(), owner.password());
    }
}
