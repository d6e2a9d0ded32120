package pingheng.sheet;

import static pingheng.sheet.Given.inline;
import static pingheng.sheet.Given.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pingheng.problem.Findings;
import pingheng.sheet.written.NewWorkbook;

/** Broken workbooks at both ways into the reader: a folder of tables, and a table as an office hands it in. */
final class BrokenReading {
    private final Path directory;

    BrokenReading(Path directory) {
        this.directory = directory;
    }

    /** Half of them made of a workbook written by hand, half of one that this program hands out. */
    void read(int count, long seed) throws IOException {
        new Given(directory)
                .cells(
                        "units.xlsx",
                        row(2, "<c r=\"C2\" t=\"s\"><v>0</v></c>")
                                + row(3, "<c r=\"C3\" s=\"1\"><v>0.50000000000000011</v></c>")
                                + row(4, inline("C4", "一段文字")));
        var byHand = new BrokenWorkbooks(Files.readAllBytes(directory.resolve("units.xlsx")), seed);
        var ours = new BrokenWorkbooks(
                new NewWorkbook("表", List.of(8, 20, 8))
                        .of(
                                List.of("code", "name", "value"),
                                List.of(List.of("a", "甲县", "12345678.12345"), List.of("b", "乙县", "2"))),
                seed + 1);
        for (int i = 0; i < count; i++) read(i, (i % 2 == 0 ? byHand : ours).next());
    }

    private void read(int i, byte[] workbook) throws IOException {
        try {
            if (i % 4 < 2) new Given(directory).bytes("units.xlsx", workbook).found();
            else OfficeTable.read("units.xlsx", new ByteArrayInputStream(workbook), Given.COLUMNS, new Findings());
        } catch (RuntimeException broken) {
            Files.write(directory.resolve("last.bin"), workbook);
            throw new AssertionError("workbook " + i + " of this seed broke the reader", broken);
        }
    }
}
