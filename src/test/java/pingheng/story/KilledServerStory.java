package pingheng.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.app.Guest;

/** The server or its database killed in the middle of a thousand saves, of a table of schools, and of a seal. */
class KilledServerStory {
    private static final int NOBODY = 65534;
    private static final int SAVES = 1000;
    private static final int FEW = 90;
    /** From the press of the button to the kill, in milliseconds; the last leaves time enough. */
    private static final int[] KILLED_AFTER = {0, 30, 100, 5000};

    private static final String POINT = "/r/GD-2020/440113/points/5.1.5";
    private static final String SEAL = "/r/GD-2020/440113/submission";
    private static final String SCHOOLS = "学校代码\t学校名称\t学段\t在校学生数\n1\t一小\t小学\t1134\n2\t二中\t初中\t804\n";

    /** Stops a table of schools between its cells and its batch, and before the ledger. */
    private static final List<String> STOPS =
            List.of("lock table school_batch in share mode", "lock table ledger_entry in share mode");

    private static final String WRITTEN = """
            select (select count(*) from school_version)
                   + (select count(*) from school_value_version)
                   + (select count(*) from school_batch)
                   + (select count(*) from ledger_entry where verb = 'figure.schools')
            """;

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
    private static final Pattern STATEMENT = Pattern.compile("name=\"statement\"[^>]*>(\\d*)</textarea>");
    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"");

    private static Library library = Library.NONE;

    @BeforeAll
    static void aLibraryAnyoneMayRead(@TempDir Path temp) throws IOException {
        library = Library.in(temp);
    }

    @Test
    void whatWasAcknowledgedIsThereAndASealIsWholeOrAbsent(@TempDir Path temp) throws IOException, SQLException {
        var data = Library.open(Library.open(temp).resolve("data"));
        tale(new Killable(library, data, List.of()), data);
    }

    /** What differs is how the database is started and ends, so a few saves do and the seal is not told once more. */
    @Test
    void soItIsUnderAnOrdinaryAccount(@TempDir Path temp) throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("root can become another")
                .isEqualTo("root");
        var data = Library.open(Library.open(temp).resolve("data"));
        Files.setAttribute(data, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);

        var server = new Killable(
                library, data, List.of("setpriv", "--reuid", "" + NOBODY, "--regid", "" + NOBODY, "--clear-groups"));
        server.run("open");
        server.start();
        int saved = save(server, 0, FEW / 3);
        server.killDatabase();
        saved = save(server, saved, 2 * FEW / 3);
        server.kill();
        server.start();
        assertThat(save(server, saved, FEW)).isEqualTo(FEW);
        server.kill();
    }

    private static void tale(Killable server, Path data) throws IOException, SQLException {
        server.run("open");
        server.start();
        int saved = save(server, 0, SAVES / 3);
        server.killWhileSaving();
        saved = save(server, saved, 2 * SAVES / 3);
        server.killDatabase();
        saved = save(server, saved, SAVES);
        assertThat(saved).isEqualTo(SAVES);
        for (var stop : STOPS) schools(server, data, stop);
        server.kill();

        server.run("carry");
        server.start();
        for (int milliseconds : KILLED_AFTER) if (sealed(server, milliseconds)) break;
        server.kill();
        assertThat(server.run("tell")).isEqualTo("submitted");
    }

    /** Killed in the middle of a table of schools: nothing of it is there afterwards. */
    private static void schools(Killable server, Path data, String stop) throws IOException, SQLException {
        long before = Beside.ask(data, WRITTEN);
        Beside.stopped(
                data, stop, () -> Thread.ofVirtual().start(() -> handIn(server)), "school_value_version", WRITTEN);
        server.kill();
        server.start();
        assertThat(Beside.ask(data, WRITTEN)).as("killed at %s", stop).isEqualTo(before);
    }

    private static void handIn(Killable server) {
        try {
            Guest.as(server.port(), "office").post("/r/GD-2020/440113/schools", "text", SCHOOLS);
        } catch (UncheckedIOException killed) {
            // the answer was never given
        }
    }

    /** Saves numbers one after the other until one of them is not acknowledged or enough are; gives the last acknowledged. */
    private static int save(Killable server, int from, int to) {
        var office = Guest.as(server.port(), "office");
        var page = office.get(POINT).body();
        int seen = Integer.parseInt(found(SEEN, page));
        var there = found(STATEMENT, page);
        assertThat(there.isEmpty() ? 0 : Integer.parseInt(there))
                .as("what was acknowledged before the kill")
                .isGreaterThanOrEqualTo(from);
        int number = from;
        while (number < to) {
            var answer = office.post(POINT, "seen", "" + seen, "statement", "" + (number + 1));
            assertThat(answer.status()).isEqualTo(302);
            number++;
            seen++;
            if (there.equals("" + number))
                seen = Integer.parseInt(found(SEEN, office.get(POINT).body()));
        }
        return number;
    }

    /** Presses, kills so many milliseconds later, starts again and looks; true when the seal is there. */
    private static boolean sealed(Killable server, int milliseconds) throws IOException {
        var office = Guest.as(server.port(), "office");
        var digest = found(DIGEST, office.get(SEAL).body());
        var press = Thread.ofVirtual().start(() -> {
            try {
                office.post(SEAL, "digest", digest);
            } catch (UncheckedIOException killed) {
                // the answer was never given
            }
        });
        server.killAfter(milliseconds);
        press.interrupt();
        server.start();

        var again = Guest.as(server.port(), "office");
        int receipt = again.get(SEAL + "s/1").status();
        assertThat(receipt).isIn(200, 404);
        boolean sealed = receipt == 200;
        assertThat(again.get(SEAL + "/form").status())
                .as("frozen, unless it is sealed")
                .isEqualTo(sealed ? 409 : 200);
        return sealed;
    }

    private static String found(Pattern pattern, String page) {
        var found = new ArrayList<String>();
        var matcher = pattern.matcher(page);
        while (matcher.find()) found.add(matcher.group(1));
        assertThat(found).as("%s on the page", pattern).isNotEmpty();
        return found.getLast();
    }
}
