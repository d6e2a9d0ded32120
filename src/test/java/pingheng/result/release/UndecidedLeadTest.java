package pingheng.result.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import pingheng.commands.Pingheng;
import pingheng.result.EvaluationFolder;
import pingheng.result.SmallFolder;
import pingheng.value.UnitCode;

/** What is told before a release of a unit with undecided points, to the province and on the command line. */
class UndecidedLeadTest {
    private static final String ZH = "第一处 2.1：缺「在园幼儿数 2019/20」（报送部门：教育）。已知：「是否发生事件 2020-09-01」否、「人口数 2019/20」10000 人";
    private static final String EN = "the first is 2.1: “children 2019/20” is missing (reported by: education)."
            + " Known: “incident 2020-09-01” no, “population 2019/20” 10000 人";

    @TempDir
    private Path folder;

    @Test
    void aPointThatIsOpenIsToldWithItsFigureItsOwnerAndWhatIsKnown() throws IOException {
        var evaluation = EvaluationFolder.read(incomplete());

        var leads = DryRun.of(evaluation, Map.of(new UnitCode("440113"), false, new UnitCode("440114"), false))
                .leads();

        assertThat(leads).singleElement().satisfies(lead -> {
            assertThat(lead.unit().name()).isEqualTo("番禺区");
            assertThat(lead.what().zh()).contains(ZH);
            assertThat(lead.what().en()).contains(EN);
        });
    }

    @Test
    void theCommandLineSaysUnderTheRankingWhyAUnitHasNoTotal() throws IOException {
        var told = new StringWriter();

        new CommandLine(Pingheng.class)
                .setOut(new PrintWriter(told))
                .execute("evaluate", incomplete().toString());

        assertThat(told.toString()).contains("未定 undecided", "番禺区", ZH, EN);
    }

    private Path incomplete() throws IOException {
        SmallFolder.copy(folder);
        var figures = folder.resolve("figures.tsv");
        Files.writeString(figures, Files.readString(figures).replace("440113\t\tkids\t\t2019/20\t8500\t\t\n", ""));
        return folder;
    }
}
