package pingheng.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.problem.Refused;
import pingheng.sheet.written.NewWorkbook;

/** Codes of points in a workbook: as texts they are what they are, as numbers nobody knows whether 1.1 was 1.10. */
class NumberedCodesTest {
    private static final Path SMALL = Path.of("src/test/resources/pingheng/small");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "judgements, judgements, 2, point",
        "county/points, points, 0, code",
        "county/rules, rules, 0, point",
        "county/items, items, 0, point",
    })
    void aCodeThatIsKeptAsANumberIsRefusedInEveryTableOfPoints(String table, String name, int column, String heading)
            throws IOException {
        copy();
        workbook(table, name, Set.of());

        var refused = catchThrowableOfType(Refused.class, () -> EvaluationFolder.read(folder));

        assertThat(refused.findings()).as("%s, column %s", table, column).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("sheet.code-number");
            assertThat(finding.place().column()).isEqualTo(heading);
            assertThat(finding.place().file()).isEqualTo(table + ".xlsx");
        });
    }

    @Test
    void codesThatAreTextsAreTaken() throws IOException {
        var before = EvaluationFolder.read(SMALL);
        copy();
        workbook("judgements", "judgements", Set.of(2));
        workbook("county/points", "points", Set.of(0));

        var after = EvaluationFolder.read(folder);

        assertThat(after.levels().values().iterator().next().framework().digest())
                .isEqualTo(
                        before.levels().values().iterator().next().framework().digest());
    }

    /** Saves the table as a workbook; codes outside the columns of texts become numbers, as they do when they are typed in. */
    private void workbook(String table, String sheet, Set<Integer> texts) throws IOException {
        var rows = Files.readAllLines(folder.resolve(table + ".tsv")).stream()
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
        var widths = rows.getFirst().stream().map(one -> 12).toList();
        var bytes =
                new NewWorkbook(sheet, widths, texts).of(rows.getFirst(), List.copyOf(rows.subList(1, rows.size())));
        Files.write(folder.resolve(table + ".xlsx"), bytes);
        Files.delete(folder.resolve(table + ".tsv"));
    }

    private void copy() throws IOException {
        SmallFolder.copy(folder);
    }
}
