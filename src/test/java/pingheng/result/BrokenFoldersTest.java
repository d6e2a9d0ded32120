package pingheng.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pingheng.problem.Refused;
import pingheng.sheet.BrokenWorkbooks;
import pingheng.sheet.written.NewWorkbook;

/** Two thousand broken workbooks in a folder that is evaluated: it is read, or refused in words. */
@Timeout(120)
class BrokenFoldersTest {
    @TempDir
    private Path folder;

    @Test
    void aBrokenWorkbookInAFolderEndsInASentence() throws IOException {
        SmallFolder.copy(folder);
        var rows = Files.readAllLines(folder.resolve("judgements.tsv")).stream()
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
        Files.delete(folder.resolve("judgements.tsv"));
        var whole = new NewWorkbook(
                        "judgements", rows.getFirst().stream().map(one -> 12).toList(), Set.of(2))
                .of(rows.getFirst(), List.copyOf(rows.subList(1, rows.size())));
        var broken = new BrokenWorkbooks(whole, 20201128);

        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            Files.write(folder.resolve("judgements.xlsx"), broken.next());
            try {
                EvaluationFolder.read(folder);
            } catch (Refused told) {
                refused++;
                assertThat(told.findings()).isNotEmpty();
            }
        }
        assertThat(refused).isBetween(500, 2_000);
    }
}
