package pingheng.survey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import pingheng.app.App;
import pingheng.figure.Figures;
import pingheng.framework.Framework;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.Level;
import pingheng.problem.Findings;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.Rounds;
import pingheng.sheet.Folder;
import pingheng.value.PointCode;

class SurveyResultsTest {
    private static final String HEADING =
            "unit\taudience\tissued\tvalid\tsatisfied\tmostly\tbasically\tdissatisfied\tunknown\n";
    private static final String GOOD = "440113\tteacher\t500\t450\t300\t100\t30\t15\t5";
    private static final Path EXAMPLE = App.PROVINCE.resolve("survey.tsv");

    private final App app = App.shared();
    private final SurveyResults results = app.bean(SurveyResults.class);
    private final HeldRound round = app.round();

    @Test
    void whatIsImportedBecomesTheVeryFiguresThatAFolderWouldGive() {
        app.rolledBack(() -> {
            results.take(app.asking(app.visitor("province")), example(), 0);

            for (var level : Level.EVALUATED) {
                var imported = new Figures(framework(level));
                results.into(round, imported);
                var read = new Figures(framework(level));
                if (level == Level.COUNTY) readExample(read);

                assertThat(values(imported)).isEqualTo(values(read));
                assertThat(values(imported).isEmpty()).isEqualTo(level == Level.CITY);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "unit, 999999, survey.unit",
        "unit, 440000, survey.unit",
        "unit, 440100, survey.not-asked",
        "unit, '', sheet.empty",
        "audience, parent, survey.audience",
        "audience, '', sheet.empty",
        "issued, 449, survey.more-than-issued",
        "issued, '', sheet.empty",
        "issued, 2147483648, sheet.whole",
        "valid, 451, survey.sum",
        "valid, 1e400, sheet.exponent",
        "satisfied, -300, sheet.whole",
        "satisfied, 300.5, sheet.whole",
        "satisfied, NaN, sheet.no-figure",
        "mostly, =1+1, sheet.number",
        "dissatisfied, '', sheet.empty",
        "unknown, 不了解, sheet.number"
    })
    void aTableWithOneWrongCellIsRefusedThereAndNothingOfItIsTaken(String column, String wrong, String code) {
        var columns = List.of(HEADING.strip().split("\t"));
        var cells = new ArrayList<>(List.of(GOOD.split("\t")));
        cells.set(columns.indexOf(column), wrong);
        var table = HEADING + GOOD.replace("teacher", "student") + "\n" + String.join("\t", cells) + "\n";

        var refused = catchThrowableOfType(Refused.class, () -> read(table));

        assertThat(refused.findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.told()).contains("结果.tsv 第 3 行");
        });
        assertThat(results.imports(round)).isEmpty();
    }

    @Test
    void anAudienceThatStandsTwiceIsRefusedAndSoIsATableWithoutARow() {
        assertThatThrownBy(() -> read(HEADING + GOOD + "\n" + GOOD)).hasMessageContaining("已有一行");
        assertThatThrownBy(() -> read("unit\taudience\n440113\tteacher")).hasMessageContaining("没有找到表头");
        app.rolledBack(() -> assertThatThrownBy(
                        () -> results.take(app.asking(app.visitor("province")), read(HEADING), 0))
                .hasMessageContaining("没有一行"));
    }

    @Test
    void theNewestImportCountsAsAWholeAndOnlyTheOneThatWasSeenIsReplaced() {
        app.rolledBack(() -> {
            var province = app.visitor("province");
            results.take(app.asking(province), example(), 0);
            assertThatThrownBy(() -> results.take(app.asking(province), read(HEADING + GOOD), 0))
                    .hasMessageContaining("已有第 1 次导入");

            var taken = results.take(app.asking(province), read(HEADING + GOOD), 1);

            assertThat(results.counts(round)).containsExactlyElementsOf(read(HEADING + GOOD));
            assertThat(results.imports(round)).extracting(SurveyImport::number).containsExactly(2, 1);
            assertThat(app.bean(Ledger.class)
                            .before(Chain.of(app.round().code()), Long.MAX_VALUE, 1)
                            .getFirst()
                            .told()
                            .zh())
                    .contains("第 2 次导入", "1 行", taken.digest());
        });
    }

    @Test
    void theDigestSaysWhatTheTableSaysInWhateverOrder() {
        var rows = new ArrayList<>(example());
        var digest = SurveyResults.digest(round, rows);
        Collections.reverse(rows);

        assertThat(SurveyResults.digest(round, rows)).isEqualTo(digest);
        rows.removeFirst();
        assertThat(SurveyResults.digest(round, rows)).isNotEqualTo(digest);
    }

    @Test
    void theProvinceIsToldWhoIsMissingAndWhoseSampleIsTooSmall() {
        app.rolledBack(() -> {
            var few = GOOD.replace("450\t300", "399\t249");
            results.take(
                    app.asking(app.visitor("province")),
                    read(HEADING + few + "\n" + GOOD.replace("teacher", "student")),
                    0);

            var samples = results.samples(round);

            assertThat(samples).hasSize(1);
            assertThat(samples.getFirst().audiences()).containsExactly("society", "teacher", "student");
            assertThat(samples.getFirst().missing())
                    .hasSameSizeAs(samples.getFirst().units());
            var panyu = samples.getFirst().tooSmall();
            assertThat(panyu).hasSize(1);
            assertThat(panyu.getFirst().samples())
                    .extracting(Samples.Sample::tooFewFor)
                    .containsExactly(List.of(), List.of(new PointCode("7.1.2")), List.of());
        });
    }

    @Test
    void nobodyButTheProvinceImports() {
        for (var login : List.of("office", "deputy", "city", "finance"))
            assertThatThrownBy(() -> results.take(app.asking(app.visitor(login)), example(), 0))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason().kind()).isEqualTo(Reason.Kind.FORBIDDEN));
    }

    @Test
    void theDatabaseItselfRefusesCountsThatDoNotAddUp() {
        app.rolledBack(() -> {
            results.take(app.asking(app.visitor("province")), read(HEADING + GOOD), 0);
            assertThatThrownBy(() -> app.db()
                            .sql(
                                    "insert into survey_result select import, unit, 'society', issued, valid, satisfied + 1,"
                                            + " mostly, basically, dissatisfied, unknown from survey_result")
                            .update())
                    .isInstanceOf(DataAccessException.class);
        });
    }

    private List<SurveyCount> example() {
        try {
            return results.read(round, "survey.tsv", Files.newInputStream(EXAMPLE), new Findings());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<SurveyCount> read(String table) {
        return results.read(round, "结果.tsv", new ByteArrayInputStream(table.getBytes(UTF_8)), new Findings());
    }

    private Framework framework(Level level) {
        return app.bean(Rounds.class).framework(round, level).orElseThrow();
    }

    private static void readExample(Figures figures) {
        var findings = new Findings();
        var sheet = new SurveySheet();
        Folder.of(App.PROVINCE, findings).read("survey", SurveySheet.COLUMNS, row -> sheet.take(row, figures));
        findings.refuse();
    }

    /** Every figure of the survey that a formula can ask for, with its text, period and source. */
    private Map<String, Object> values(Figures figures) {
        return app.bean(Rounds.class).units(round).stream()
                .flatMap(unit -> figures.framework().formulas().ofUnits().stream()
                        .filter(name -> name.code().text().startsWith("survey_"))
                        .flatMap(name -> figures.source(unit.code(), Layer.SELF, name).stream()
                                .map(value -> Map.entry(unit.code() + " " + name, (Object) value))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
