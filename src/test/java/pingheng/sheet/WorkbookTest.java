package pingheng.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static pingheng.sheet.Given.inline;
import static pingheng.sheet.Given.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookTest {
    @TempDir
    private Path directory;

    private Given given;

    @BeforeEach
    void anEmptyFolder() {
        given = new Given(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, 0, 0.3",
        "440113, 0, 440113",
        "1.2345678901234567E+5, 0, 123456.789012346",
        "1E+2, 0, 100",
        "-0.0, 0, 0",
        "0.85, 1, 85%",
        "0.85, 4, 85%",
        "0.28999999999999998, 1, 29%",
        "44084, 2, 2020-09-10",
        "44084, 3, 2020-09-10",
        "44084, 5, 44084",
    })
    void aNumberIsItsRawTextAsItsFormatShowsIt(String raw, int style, String text) {
        given.cells("units.xlsx", row(2, "<c r=\"C2\" s=\"" + style + "\"><v>" + raw + "</v></c>"));

        assertThat(given.rows()).containsExactly("u2|n|" + text);
        assertThat(given.findings.any()).isFalse();
    }

    @Test
    void aPercentageIsTheNumberInPercent() {
        given.cells("units.xlsx", row(2, "<c r=\"C2\" s=\"1\"><v>0.851</v></c>"));

        assertThat(given.values()).containsExactly("85.1");
    }

    @Test
    void sharedAndPlainTextsAndBooleansAreRead() {
        given.cells(
                "units.xlsx",
                row(2, "<c r=\"C2\" t=\"s\"><v>0</v></c>")
                        + row(3, "<c r=\"C3\" t=\"str\"><v>文</v></c>")
                        + row(4, "<c r=\"C4\" t=\"b\"><v>1</v></c>")
                        + row(7, inline("C7", "2020-09-10")));

        assertThat(given.rows()).containsExactly("u2|n|甲县", "u3|n|文", "u4|n|yes", "u7|n|2020-09-10");
        assertThat(given.findings.any()).isFalse();
    }

    @Test
    void formulasMergedCellsAndErrorsAreToldAllAtOnceWithTheirRange() {
        given.sheet(
                "units.xlsx",
                "<sheetData>" + Given.heading() + row(2, "<c r=\"C2\"><f>A1*2</f><v>4</v></c>")
                        + row(3, "<c r=\"C3\"><f t=\"shared\" si=\"9\"/><v>4</v></c>")
                        + row(4, "<c r=\"C4\" t=\"e\"><v>#DIV/0!</v></c>")
                        + "</sheetData><mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A5:A6\"/></mergeCells>");

        assertThat(given.found()).containsExactly("0 xlsx.merged", "2 xlsx.formula", "4 xlsx.error");
        assertThat(given.findings.kept().getFirst().told()).contains("A1:C1", "2");
        assertThat(given.findings.kept().get(1).told()).contains("C2 至 C3", "paste");
        assertThat(given.findings.kept().get(2).told()).contains("C4", "#DIV/0!");
    }

    @Test
    void aMergedTitleAboveTheHeadingIsRefused() throws IOException {
        try (var out = Files.newOutputStream(directory.resolve("units.xlsx"));
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("a");
            sheet.value(0, 0, "2020 年各县");
            sheet.range(0, 0, 0, 2).merge();
            sheet.value(1, 0, "code");
            sheet.value(1, 1, "name");
        }
        assertThat(given.found()).containsExactly("0 xlsx.merged");
        assertThat(given.findings.kept().getFirst().told()).contains("A1:C1");
    }

    @Test
    void aSheetThatIsNoTableMayHaveFormulas() throws IOException {
        try (var out = Files.newOutputStream(directory.resolve("all.xlsx"));
                var book = new Workbook(out, "test", "1.0")) {
            var notes = book.newWorksheet("说明");
            notes.formula(0, 0, "1+1");
            notes.range(1, 0, 1, 3).merge();
            var sheet = book.newWorksheet("Units");
            sheet.value(0, 0, "code");
            sheet.value(0, 1, "name");
            sheet.value(1, 0, 440113);
            sheet.value(1, 1, "番禺区");
        }
        assertThat(given.rows()).containsExactly("440113|番禺区|");
        assertThat(given.findings.any()).isFalse();
    }

    @Test
    void aNumberOutOfAllRangeIsRefusedAtItsCell() {
        given.cells(
                "units.xlsx",
                row(2, "<c r=\"C2\"><v>1E+400</v></c>")
                        + row(3, "<c r=\"C3\"><v>1E+99999999999</v></c>")
                        + row(4, "<c r=\"C4\"><v>1E-30</v></c>"));

        assertThat(given.found()).contains("2 sheet.exponent").hasSizeBetween(2, 3);
    }

    @Test
    void twoHundredThousandRowsPassOneByOne() throws IOException {
        try (var out = Files.newOutputStream(directory.resolve("units.xlsx"));
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("units");
            sheet.value(0, 0, "code");
            sheet.value(0, 1, "name");
            sheet.value(0, 2, "value");
            for (int i = 1; i <= 200_000; i++) {
                sheet.value(i, 0, i);
                sheet.value(i, 1, "名");
                sheet.value(i, 2, 0.1 * i);
                if (i % 1000 == 0) sheet.flush();
            }
        }
        var most = new long[2];
        var runtime = Runtime.getRuntime();
        Folder.of(directory, given.findings).readWideOptional("units", Given.COLUMNS, row -> {
            if (++most[0] % 50_000 != 0) return;
            System.gc();
            most[1] = Math.max(most[1], runtime.totalMemory() - runtime.freeMemory());
        });

        assertThat(most[0]).isEqualTo(200_000);
        assertThat(most[1]).isLessThan(300L << 20);
        assertThat(given.findings.any()).isFalse();
    }
}
