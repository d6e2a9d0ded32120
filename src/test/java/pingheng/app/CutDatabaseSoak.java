package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.database.CutLine.When;
import pingheng.result.release.OneReleased;

/** As {@link CutDatabaseTest}, each act cut at each moment, of pages and of programs. */
class CutDatabaseSoak {
    @ParameterizedTest
    @CsvSource({"ANSWER, false", "AFTERWARDS, false", "ANSWER, true", "AFTERWARDS, true"})
    void whatIsSaidOfAnActThatWasCutIsSo(When last, boolean programs) throws SQLException, IOException {
        var moments = List.of(When.WORK, When.COMMIT, last);
        try (var cut = new CutPresses(act -> moments)) {
            var app = cut.app().assigned();
            cut.press(programs ? ProgramPresses.underWay(app) : Presses.underWay(app));
            Carried.upTo(app, Carried.Step.CHECKED);
            cut.press(programs ? ProgramPresses.whole(app) : Presses.whole(app));
            assertThat(cut.wrong()).isEmpty();
        }
        try (var cut = new CutPresses(act -> moments)) {
            var app = cut.app();
            Carried.upTo(app, Carried.Step.SUBMITTED);
            cut.press(programs ? ProgramPresses.visit(app) : Presses.visit(app));
            OneReleased.judged(app);
            cut.press(programs ? ProgramPresses.release(app) : Presses.release(app));
            assertThat(cut.wrong()).isEmpty();
        }
    }
}
