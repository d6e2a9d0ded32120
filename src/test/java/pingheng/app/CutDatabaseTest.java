package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.database.CutLine.When;
import pingheng.result.release.OneReleased;

/**
 * The line to the database is cut before, while and after each act is committed. What the answer says of the data is so, and the same
 * button pressed once more does the act once. Here every other act is cut while its commit is answered, and the others afterwards, and
 * programs act while the county works; {@link CutDatabaseSoak} cuts each act of both in each way.
 */
class CutDatabaseTest {
    @Test
    void whatIsSaidOfAnActThatWasCutIsSo() throws SQLException, IOException {
        try (var cut = new CutPresses(CutDatabaseTest::moments)) {
            cut.app().assigned();
            cut.press(Presses.underWay(cut.app()));
            Carried.upTo(cut.app(), Carried.Step.CHECKED);
            cut.press(Presses.whole(cut.app()));
            assertThat(cut.wrong()).isEmpty();
            assertThat(cut.pressed()).as("acts").isGreaterThan(40);
        }
    }

    @Test
    void soItIsWhenResultsAreReleased() throws SQLException, IOException {
        try (var cut = new CutPresses(CutDatabaseTest::moments)) {
            Carried.upTo(cut.app(), Carried.Step.SUBMITTED);
            cut.press(Presses.visit(cut.app()));
            OneReleased.judged(cut.app());
            cut.press(Presses.release(cut.app()));
            assertThat(cut.wrong()).isEmpty();
        }
    }

    @Test
    void soItIsToPrograms() throws SQLException, IOException {
        try (var cut = new CutPresses(CutDatabaseTest::moments)) {
            cut.app().assigned();
            cut.press(ProgramPresses.underWay(cut.app()));
            assertThat(cut.wrong()).isEmpty();

            cut.deaf();
            cut.press(urging(cut.app()), List.of(When.ANSWER));
            assertThat(cut.wrong())
                    .as("what is said where nobody listens to commits is not so, and is seen")
                    .containsExactly("/r/{round}/{unit}/urgings cut, ANSWER: says page.not-saved");
        }
    }

    private static Press urging(App app) {
        return Presses.underWay(app).stream()
                .filter(press -> press.route().endsWith("/urgings"))
                .findFirst()
                .orElseThrow();
    }

    private static List<When> moments(int act) {
        return List.of(When.WORK, When.COMMIT, act % 2 == 0 ? When.ANSWER : When.AFTERWARDS);
    }
}
