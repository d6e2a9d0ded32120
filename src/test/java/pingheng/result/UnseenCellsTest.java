package pingheng.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pingheng.problem.Findings;
import pingheng.problem.Refused;
import pingheng.text.Unseen;

/**
 * A sign that nobody sees, within a cell of each column of each table of a folder that is taken without it, and within each heading: it
 * counts for nothing, or the refusal names it.
 */
@Timeout(120)
class UnseenCellsTest {

    /** Taken off at the edge, whatever the column. */
    private static final List<String> FOLDED = List.of("\u200B", "\u202D");

    private static final List<String> KEPT = List.of("\uE000", "\u2800", "\u2003", "\uDB40\uDD00");

    @TempDir
    private Path folder;

    @Test
    void aSignThatNobodySeesCountsForNothingOrIsNamed() throws IOException {
        int refused = 0;
        for (var table : tables()) {
            var whole = Files.readAllLines(table);
            int columns = whole.getFirst().split("\t", -1).length;
            for (int column = 0; column < columns; column++)
                for (int row : new int[] {0, filled(whole, column)})
                    if (row >= 0)
                        for (var sign : signs(row, column)) if (isRefused(table, whole, row, column, sign)) refused++;
            Files.write(table, whole);
        }
        assertThat(refused).isGreaterThan(100);
    }

    /** One for private use, which nobody takes off, and another; a heading is read as a word is. */
    private static List<String> signs(int row, int column) {
        var folded = FOLDED.get(column % FOLDED.size());
        return row == 0 ? List.of(folded, KEPT.getFirst()) : List.of(folded, KEPT.getFirst(), KEPT.get(1 + column % 3));
    }

    private boolean isRefused(Path table, List<String> whole, int row, int column, String sign) throws IOException {
        var said = said(table, with(whole, row, column, sign));
        if (said.isEmpty()) return false;

        assertThat(FOLDED).as(table + ", column " + column + ": " + said).doesNotContain(sign);
        var named = "U+%04X".formatted(sign.codePointAt(0));
        assertThat(said).as(table + ", column " + column).anyMatch(one -> one.contains(named));
        assertThat(said).noneMatch(one -> Unseen.in(one.replace("\n    ", "")));
        return true;
    }

    private List<Path> tables() throws IOException {
        return SmallFolder.copy(folder);
    }

    /** The first row in which the column is filled, or -1. */
    private static int filled(List<String> rows, int column) {
        for (int row = 1; row < rows.size(); row++)
            if (cells(rows, row).size() > column
                    && !cells(rows, row).get(column).isEmpty()) return row;
        return -1;
    }

    private static List<String> cells(List<String> rows, int row) {
        return Arrays.asList(rows.get(row).split("\t", -1));
    }

    private static List<String> with(List<String> whole, int row, int column, String sign) {
        var rows = new ArrayList<>(whole);
        var cells = cells(rows, row);
        int middle = cells.get(column).length() / 2;
        cells.set(
                column,
                cells.get(column).substring(0, middle)
                        + sign
                        + cells.get(column).substring(middle));
        rows.set(row, String.join("\t", cells));
        return rows;
    }

    private List<String> said(Path table, List<String> rows) throws IOException {
        Files.write(table, rows);
        try {
            EvaluationFolder.read(folder, new Findings());
            return List.of();
        } catch (Refused refused) {
            return refused.findings().stream().map(one -> one.told()).toList();
        }
    }
}
