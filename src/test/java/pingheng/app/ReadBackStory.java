package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import pingheng.result.release.OneReleased;

/**
 * What is taken reads back equal: into each field of each form, and of what programs send, in every phase, hostile texts are typed. Where
 * one is taken, the column in which it arrived holds the canonical text that the entrance makes of it, and that text is taken again as the
 * same; the pages where it is shown answer, and show it. With {@code -Dgolden=write} the tables of columns are written anew.
 */
class ReadBackStory {
    private static final Path GOLDEN = Path.of("src/test/resources/pingheng/readback.golden.txt");
    private static final Path PROGRAMS = Path.of("src/test/resources/pingheng/program-readback.golden.txt");

    private static final String HEAD = """
            每张表单的每一栏收下的内容存到哪一列、按哪种写法（- 不单独成列：选择、编号、所见的版本；box 勾选，填什么都算勾上）。
            Where what is taken from each field is kept, and in which form; - for what is no column by itself: choices, numbers of rows,
            versions that were seen; box for what is ticked by whatever is sent.
            重写 To write it anew: ./mvnw test -Dtest=ReadBackStory -Dgolden=write

            """;

    private final StringBuilder told = new StringBuilder(HEAD);
    private final List<String> wrong = new ArrayList<>();
    private final TreeSet<String> boxes = new TreeSet<>();
    private int kept;

    @Test
    void whatIsTakenFromAFormReadsBackEqual() throws IOException {
        try (var app = App.fresh().assigned()) {
            phase(app, Presses.underWay(app));
            Carried.upTo(app, Carried.Step.CHECKED);
            phase(app, Presses.whole(app));
        }
        try (var app = App.fresh()) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            phase(app, Presses.visit(app));
            OneReleased.judged(app);
            phase(app, Presses.release(app));
        }
        asserted(GOLDEN);
        assertThat(boxes)
                .as("a box is ticked by anything; a body keeps its name")
                .containsExactlyInAnyOrder(
                        "/people/{unit}/bodies/{id} name",
                        "/r/{round}/deliberation post",
                        "/r/{round}/deliberation/members post");
        assertThat(kept).as("columns that were reached").isGreaterThan(40);
    }

    /** The same of what programs send; for {@link ReadBackSoak}. */
    void programs() throws IOException {
        try (var app = App.fresh().assigned()) {
            phase(app, ProgramPresses.underWay(app));
            Carried.upTo(app, Carried.Step.CHECKED);
            phase(app, ProgramPresses.whole(app));
        }
        try (var app = App.fresh()) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            phase(app, ProgramPresses.visit(app));
            OneReleased.judged(app);
            phase(app, ProgramPresses.release(app));
        }
        asserted(PROGRAMS);
        assertThat(boxes).isEmpty();
        assertThat(kept).as("columns that were reached").isGreaterThan(25);
    }

    /** The store leaves one sign out; the reader sees another reason than was typed. */
    @Test
    void aStoreThatLeavesASignOutIsSeen() throws SQLException {
        try (var app = App.fresh().assigned()) {
            breach(app);
            var urging = Presses.underWay(app).stream()
                    .filter(press -> press.route().endsWith("/urgings"))
                    .findFirst()
                    .orElseThrow();
            tell(new ReadBack(app), Sending.of(app, urging));
            assertThat(wrong).anySatisfy(one -> assertThat(one).contains("is kept as", "in urging.text"));
        }
    }

    /** As the superuser: neither of our logins may make a function. */
    private static void breach(App app) throws SQLException {
        var superuser = App.superuser();
        try (var connection =
                        DriverManager.getConnection(app.database().url(), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    create function breach() returns trigger language plpgsql as
                    $$ begin new.text := replace(new.text, '𠮷', ''); return new; end $$
                    """);
            statement.execute("create trigger breach before insert on urging for each row execute function breach()");
        }
    }

    private void phase(App app, List<Press> presses) {
        var back = new ReadBack(app);
        for (var press : presses) {
            var sending = Sending.of(app, press);
            tell(back, sending);
            int status = back.carryOut(sending).status();
            if (status >= 400) wrong.add(sending.route() + " is not done: " + status);
        }
    }

    private void tell(ReadBack back, Sending sending) {
        for (var found : back.of(sending)) {
            var where = sending.route().replaceFirst("^POST (?!/api)", "") + " "
                    + found.field().replaceFirst("_[0-9]+$", "");
            var columns =
                    found.box() ? "box" : found.columns().isEmpty() ? "-" : found.columns() + " " + found.readings();
            told.append("%-90s %s%n".formatted(where, columns));
            if (found.box()) boxes.add(where);
            kept += found.columns().size();
            if (found.taken() == 0) wrong.add(where + " takes nothing");
            found.wrong().forEach(one -> wrong.add(where + " " + one));
        }
    }

    /** All that was found, nothing of it wrong, is what the table says. */
    private void asserted(Path golden) throws IOException {
        if ("write".equals(System.getProperty("golden"))) Files.writeString(golden, told.toString());
        assertThat(wrong).isEmpty();
        assertThat(told.toString()).isEqualTo(Files.readString(golden));
    }
}
