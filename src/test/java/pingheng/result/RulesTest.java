package pingheng.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.framework.rule.Outcome;
import pingheng.people.Level;
import pingheng.problem.Refused;
import pingheng.result.file.ResultFile;

/** What a framework says of its rules: 1, or nothing, is as it always was; by rules 2 what cannot be computed is refused or undecided. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class RulesTest {
    private static final String UNIT = "440113";

    @TempDir
    private Path folder;

    @BeforeEach
    void aSmallEvaluation() throws IOException {
        SmallFolder.copy(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d%1$d * d%1$d", "(d%1$d * d%1$d + 1) / (d%1$d + 1)"})
    void aChainOfFiguresThatGrowEndsByTheFirstRulesWithAPointUndecidedAndAFigureNamed(String formula)
            throws IOException {
        chained(formula);

        assertThat(outcome("2.3")).isInstanceOfSatisfying(Outcome.Undecided.class, undecided -> {
            assertThat(undecided.why().zh()).containsPattern("「d[0-9]+」").contains("20,000 位");
            assertThat(undecided.why().en()).contains("20,000 digits");
        });
        assertThat(outcome("2.1")).isInstanceOf(Outcome.Scored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d%1$d * d%1$d", "(d%1$d * d%1$d + 1) / (d%1$d + 1)"})
    void bySecondRulesAChainOfFiguresThatGrowIsRefusedAndTheFigureNamed(String formula) throws IOException {
        rules(2);
        chained(formula);

        var refused = catchThrowableOfType(Refused.class, () -> EvaluationFolder.read(folder));

        assertThat(refused.findings()).anySatisfy(finding -> {
            assertThat(finding.place().file()).isEqualTo("county/figures.tsv");
            assertThat(finding.place().column()).isEqualTo("formula");
            assertThat(finding.sentence().zh()).containsPattern("「d[0-9]+」").contains("20,000 位");
        });
    }

    @Test
    void aChainOfFiguresOfSchoolsIsComputedOncePerSchool() throws IOException {
        append("county/figures.tsv", "e0\t藏书\tstock\tschool\tprimary\tcount\t\t2019/20\t\t\t\t\t教育\t");
        for (int i = 1; i < 40; i++)
            append(
                    "county/figures.tsv",
                    "e%1$d\t藏书%1$d\tstock %1$d\tschool\tprimary\tcount\t\t\t\t\t\t\t教育\te%2$d + e%2$d"
                            .formatted(i, i - 1));
        replace("county/rules.tsv", "spend - previous(spend)", "if(sum(e39) > 0, spend - previous(spend), spend)");
        replace("schools.tsv", "books\tpupils\n", "books\tpupils\te0\n");
        replace("schools.tsv", "279\t45", "279\t45\t1");
        replace("schools.tsv", "137\t37", "137\t37\t1");

        assertThat(outcome("2.3")).isInstanceOf(Outcome.Scored.class);
    }

    @Test
    void schoolsThatHaveNothingDifferInNothingByTheFirstRules() throws IOException {
        nothing();

        assertThat(outcome("2.2"))
                .isInstanceOfSatisfying(
                        Outcome.Scored.class,
                        scored -> assertThat(scored.score()).isEqualByComparingTo("2"));
        rules(1);
        assertThat(outcome("2.2")).isInstanceOf(Outcome.Scored.class);
    }

    @Test
    void bySecondRulesThereIsNoCoefficientOfSchoolsThatHaveNothing() throws IOException {
        rules(2);
        nothing();

        assertThat(outcome("2.2")).isInstanceOfSatisfying(Outcome.Undecided.class, undecided -> {
            assertThat(undecided.why().zh()).contains("差异系数无法计算");
            assertThat(undecided.why().en()).contains("coefficient of variation");
        });
        assertThat(outcome("2.1")).isInstanceOf(Outcome.Scored.class);
    }

    /** Without a word the result is one by rules 1, byte for byte what it was before there were others. */
    @Test
    void aResultSaysByWhichRulesItWasComputed() throws IOException {
        assertThat(told()).doesNotContain("\"rules\"");
        rules(2);

        assertThat(told()).contains("\"rules\":2,\"digest\"");
    }

    @Test
    void byBothRulesEverythingElseComesOutTheSame() throws IOException {
        var before = IntStream.range(0, 5).mapToObj(this::outcomeOf).toList();
        rules(2);

        assertThat(IntStream.range(0, 5).mapToObj(this::outcomeOf).toList()).isEqualTo(before);
    }

    @Test
    void thereIsNoThirdSetOfRules() throws IOException {
        rules(3);

        assertThat(catchThrowableOfType(Refused.class, () -> EvaluationFolder.read(folder)))
                .hasMessageContaining("county/settings.tsv");
    }

    @Test
    void figuresAreNotChainedDeeperThanTheProgramGoes() throws IOException {
        append("county/figures.tsv", "d0\t基数\tbase\tunit\t\tnumber\t\t2019\t\tyes\t\t\t教育\t");
        append(
                "county/figures.tsv",
                IntStream.range(1, 3_000)
                        .mapToObj(i -> "d%1$d\t派生%1$d\tderived %1$d\tunit\t\tnumber\t\t\t\t\t\t\t教育\td%2$d + 1"
                                .formatted(i, i - 1))
                        .collect(Collectors.joining("\n")));
        replace("county/rules.tsv", "spend - previous(spend)", "if(d2999 > 0, spend - previous(spend), spend)");

        var refused = catchThrowableOfType(Refused.class, () -> EvaluationFolder.read(folder));

        assertThat(refused).hasMessageContaining("200");
    }

    private void chained(String formula) throws IOException {
        append("county/figures.tsv", "d0\t基数\tbase\tunit\t\tnumber\t\t2019\t\tyes\t\t\t教育\t");
        for (int i = 1; i < 40; i++)
            append(
                    "county/figures.tsv",
                    "d%1$d\t派生%1$d\tderived %1$d\tunit\t\tnumber\t\t\t\t\t\t\t教育\t%2$s"
                            .formatted(i, formula.formatted(i - 1)));
        replace("county/rules.tsv", "spend - previous(spend)", "if(d39 > 0, spend - previous(spend), spend)");
        for (var unit : new String[] {UNIT, "440114"})
            append("figures.tsv", unit + "\t\td0\t\t2019\t123456789012.123\t\t");
    }

    private void nothing() throws IOException {
        var schools = Files.readString(folder.resolve("schools.tsv"));
        Files.writeString(folder.resolve("schools.tsv"), schools.replaceAll("primary\t[0-9]+", "primary\t0"));
    }

    private void rules(int version) throws IOException {
        append("county/settings.tsv", "rules\t" + version);
    }

    private Outcome outcome(String point) {
        return result().points().stream()
                .filter(one -> one.point().code().text().equals(point))
                .findFirst()
                .orElseThrow()
                .counted()
                .outcome();
    }

    private Outcome outcomeOf(int point) {
        return result().points().get(point).counted().outcome();
    }

    private String told() {
        var evaluation = EvaluationFolder.read(folder);
        return ResultFile.text(evaluation, Evaluator.evaluate(evaluation));
    }

    private UnitResult result() {
        return Objects.requireNonNull(
                        Evaluator.evaluate(EvaluationFolder.read(folder)).get(Level.COUNTY))
                .units()
                .stream()
                .filter(one -> one.unit().code().text().equals(UNIT))
                .findFirst()
                .orElseThrow();
    }

    private void append(String table, String line) throws IOException {
        var file = folder.resolve(table);
        var text = Files.readString(file);
        Files.writeString(file, text + (text.endsWith("\n") ? "" : "\n") + line + "\n");
    }

    private void replace(String table, String from, String to) throws IOException {
        var file = folder.resolve(table);
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
