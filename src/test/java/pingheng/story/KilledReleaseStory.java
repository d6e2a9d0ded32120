package pingheng.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.app.Guest;
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
    private static final String BEFORE_THE_LEDGER =
            "select number from ledger_head where unit = 'round/GD-2020' for update";

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

        Beside.stopped(data, BETWEEN_UNITS, () -> press(server), "release", WRITTEN);
        server.kill();
        server.start();
        assertThat(written(data)).as("the server killed between two units").isZero();

        Beside.stopped(data, BEFORE_THE_LEDGER, () -> press(server), "release", WRITTEN);
        server.killDatabase();
        assertThat(written(data)).as("the database killed before the ledger").isZero();

        try (var database = Beside.connection(data)) {
            press(server);
            Beside.until(database, ALONE);
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

    private static long written(Path data) throws IOException, SQLException {
        return Beside.ask(data, WRITTEN);
    }
}
