package pingheng.result.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.people.Level;
import pingheng.result.Dossier;
import pingheng.result.Evaluation;
import pingheng.result.EvaluationFolder;
import pingheng.result.Evaluator;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.SmallFolder;
import pingheng.value.UnitCode;

/** The files of a small evaluation with something of everything: a claim, a point that does not apply, and a figure that is missing. */
class ResultFileTest {
    private static final Path SMALL = Path.of("src/test/resources/pingheng/small");
    private static final Path GOLDEN = Path.of("src/test/resources/pingheng/result.golden.txt");

    @TempDir
    private Path folder = Path.of(".");

    private Evaluation evaluation = EvaluationFolder.read(SMALL);
    private Map<Level, LevelResult> results = Map.of();

    @BeforeEach
    void evaluate() throws IOException {
        SmallFolder.copy(folder);
        change("county/settings.tsv", "deliberation\t5", "deliberation\t5\nrules\t2\nnot_applicable\trescale");
        change(
                "judgements.tsv",
                "440113\tself\t1.1\tmarks\t1 1\t\t\t",
                "440113\tself\t1.1\tmarks\t1 0.5\t\t2.00\t“申辩”");
        change(
                "judgements.tsv",
                "440113\tprovince\t2.2\tagree\t\t\t\t",
                "440113\tprovince\t2.2\tnot_applicable\t\t\t\t只有一所学校");
        change("figures.tsv", "440114\t\tspend\t\t2018\t100\t\t\n", "");
        evaluation = EvaluationFolder.read(folder);
        results = Evaluator.evaluate(evaluation);
    }

    /** With {@code -Dgolden=write} it is written anew, to be read as a difference; lines are broken between objects. */
    @Test
    void theFilesAreWrittenLikeThis() throws IOException {
        var written = new StringBuilder(ResultFile.text(evaluation, results));
        for (var unit : result().units()) {
            var out = new ByteArrayOutputStream();
            DossierFile.write(dossier(unit.unit().code()), out);
            written.append(out.toString(StandardCharsets.UTF_8)).append('\n');
        }
        var lines = written.toString().replace("},{", "},\n{");

        if ("write".equals(System.getProperty("golden"))) Files.writeString(GOLDEN, lines);
        assertThat(lines).isEqualToNormalizingNewlines(Files.readString(GOLDEN));
    }

    @Test
    void whatWasWrittenIsReadBackEqual() {
        var written = ResultFile.of(evaluation, results);

        assertThat(ResultFile.read(ResultFile.text(evaluation, results))).isEqualTo(written);
    }

    @Test
    void fieldsOfALaterFormatArePassedOver() {
        var text = ResultFile.text(evaluation, results);

        assertThat(ResultFile.read(text.replace("\"point\":", "\"later\":{\"score\":\"9\"},\"point\":")))
                .isEqualTo(ResultFile.read(text));
    }

    /** A file has no end of line, the text of a release has one: both are as they have been, and digests are of them. */
    @Test
    void aFileIsTheTextOfAReleaseWithoutTheEndOfItsLine() {
        var out = new ByteArrayOutputStream();
        ResultFile.write(evaluation, results, out);

        assertThat(ResultFile.text(evaluation, results)).isEqualTo(out.toString(StandardCharsets.UTF_8) + "\n");
    }

    private Dossier dossier(UnitCode unit) {
        var of = Objects.requireNonNull(evaluation.levels().get(Level.COUNTY));
        return Dossier.of(
                of,
                result(),
                result().units().stream()
                        .filter(one -> one.unit().code().equals(unit))
                        .findFirst()
                        .orElseThrow());
    }

    private LevelResult result() {
        return Objects.requireNonNull(results.get(Level.COUNTY));
    }

    private void change(String table, String from, String to) throws IOException {
        var file = folder.resolve(table);
        var text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
