package pingheng.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.framework.rule.Derivation;
import pingheng.people.Level;
import pingheng.round.Layer;
import pingheng.value.PointCode;

/** What a dossier says beside the steps: where figures come from, and what full marks on one point would have done. */
class DossierTest {
    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void copy() throws IOException {
        SmallFolder.copy(folder);
    }

    /** Panyu has 16 points, far above the cap, whatever one point more would add. */
    @Test
    void aCapHoldsForFullMarksToo() throws IOException {
        add("county/adjustments.tsv", "closed\tcap\t\t10\t停办\tclosed\n");
        Files.writeString(folder.resolve("triggered.tsv"), "unit\tcode\treason\n440113\tclosed\t停办两所\n");

        assertThat(withFullMarks("440113").values()).hasSize(5).containsOnly("10");
    }

    @Test
    void aVetoLeavesNothingToFullMarks() throws IOException {
        Files.writeString(folder.resolve("triggered.tsv"), "unit\tcode\treason\n440114\tfraud\t数据造假\n");

        assertThat(withFullMarks("440114").values()).hasSize(5).containsOnly("0");
    }

    /**
     * Huadu gave itself 2 on point 1.1 and was found to have 1, so that its points count by half. With full marks there it has
     * 2 + 3.96 + 1.7647058824 = 7.7247058824, by half 3.8623529412, and 3.25 of the committee.
     */
    @Test
    void theCredibilityOfTheSelfEvaluationCorrectsFullMarksToo() throws IOException {
        add("round.tsv", "credibility\tA\n");

        assertThat(withFullMarks("440114")).containsEntry(new PointCode("1.1"), "7.1123529412");
    }

    @Test
    void whatASurveyFoundHasItsPeriodAndSource() {
        var dossier = dossier("440113");
        var survey = dossier.points().getLast().layers().getFirst();
        assertThat(survey.layer()).isEqualTo(Layer.SURVEY);

        var figures = Objects.requireNonNull(survey.derivation()).entries().stream()
                .filter(Derivation.Figure.class::isInstance)
                .map(Derivation.Figure.class::cast)
                .toList();
        assertThat(figures)
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(dossier.source(Layer.SURVEY, figure.name()))
                        .hasValueSatisfying(value -> assertThat(value.layer()).isEqualTo(Layer.SURVEY)));
    }

    private Map<PointCode, String> withFullMarks(String unit) {
        var totals = new HashMap<PointCode, String>();
        for (var point : dossier(unit).points()) {
            var effect = Objects.requireNonNull(point.effect());
            totals.put(
                    point.point().code(),
                    effect.withFullMarks().stripTrailingZeros().toPlainString());
        }
        return totals;
    }

    private Dossier dossier(String unit) {
        var evaluation = EvaluationFolder.read(folder);
        var results = Evaluator.evaluate(evaluation, Level.COUNTY);
        var result = results.units().stream()
                .filter(one -> one.unit().code().text().equals(unit))
                .findFirst()
                .orElseThrow();
        return Dossier.of(Objects.requireNonNull(evaluation.levels().get(Level.COUNTY)), results, result);
    }

    private void add(String table, String row) throws IOException {
        Files.writeString(folder.resolve(table), Files.readString(folder.resolve(table)) + row);
    }
}
