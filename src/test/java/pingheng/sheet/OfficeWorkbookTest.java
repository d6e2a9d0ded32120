package pingheng.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static pingheng.sheet.Given.inline;
import static pingheng.sheet.Given.parts;
import static pingheng.sheet.Given.row;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.problem.Finding;
import pingheng.problem.Findings;

/** Workbooks as offices and simple exporters write them: read as they were meant, or refused with the way out. */
class OfficeWorkbookTest {
    private static final List<Column> COLUMNS = List.of(
            Column.required("code", "编号").holdingCodes(),
            Column.required("name", "名称"),
            Column.optional("value", "数值").tuckedAway());

    @TempDir
    private Path directory;

    private final Findings findings = new Findings();

    @Test
    void aNumberOfMoreThanFifteenDigitsIsNoLongerWhatWasTyped() {
        var read = read(row(2, "<c r=\"C2\"><v>440113190001010000</v></c>"));

        assertThat(read).containsExactly("u2|n|440113190001010000");
        assertThat(codes()).containsExactly("2 value sheet.digits-lost");
        assertThat(told()).contains("15", "440113190001010000", "文本");
    }

    @ParameterizedTest
    @CsvSource({
        "440113, 0, 440113",
        "999999999999999, 0, 999999999999999",
        "1.38E+10, 0, 13800000000",
        "0.30000000000000004, 0, 0.3",
        "123456789012345.67, 0, 123456789012346",
    })
    void upToFifteenDigitsANumberIsTakenDigitForDigit(String raw, int style, String text) {
        var read = read(row(2, "<c r=\"C2\" s=\"" + style + "\"><v>" + raw + "</v></c>"));

        assertThat(read).containsExactly("u2|n|" + text);
        assertThat(codes()).isEmpty();
    }

    @Test
    void aNumberOfMoreThanFifteenDigitsInAColumnThatNobodyReadsHurtsNobody() {
        read(row(2, "<c r=\"C2\"><v>1</v></c><c r=\"D2\"><v>440113190001010000</v></c>"));

        assertThat(codes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.1, 6, 1.10", "1.1, 0, 1.1", "1.1000000000000001, 6, 1.10"})
    void aCodeWithADotThatWasKeptAsANumberIsNamedAsItShowsAndAsItIsKept(String raw, int style, String shown) {
        read("<row r=\"2\"><c r=\"A2\" s=\"" + style + "\"><v>" + raw + "</v></c>" + inline("B2", "n") + "</row>");

        assertThat(codes()).containsExactly("2 code sheet.code-number");
        assertThat(told()).contains("「" + shown + "」", "1.1", "文本");
    }

    @Test
    void aWholeNumberIsACode() {
        assertThat(read("<row r=\"2\"><c r=\"A2\"><v>440113</v></c>" + inline("B2", "n") + "</row>"))
                .containsExactly("440113|n|");
        assertThat(codes()).isEmpty();
    }

    @Test
    void strictOpenXmlIsCalledByItsName() {
        var strict = parts("<worksheet xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><sheetData>"
                + Given.heading() + row(2, "") + "</sheetData></worksheet>");
        strict.replaceAll((name, text) -> text.replace(
                        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                        "http://purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships"));

        assertThat(readParts(strict)).isEmpty();
        assertThat(codes()).containsExactly("0 null xlsx.strict");
        assertThat(told()).contains("Strict Open XML");
    }

    @Test
    void aWorkbookWithoutStylesIsTaken() {
        var simple = parts("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + Given.heading() + row(2, "<c r=\"C2\"><v>235</v></c>") + "</sheetData></worksheet>");
        simple.remove("xl/styles.xml");
        simple.remove("xl/sharedStrings.xml");
        simple.replaceAll((name, text) -> text.replaceAll("<Override PartName=\"/xl/(styles|sharedStrings)[^>]*>", ""));

        assertThat(readParts(simple)).containsExactly("u2|n|235");
        assertThat(codes()).isEmpty();
    }

    @Test
    void rowsThatAFilterHidesAreTakenAndSaid() {
        var hidden = row(3, "").replace("<row ", "<row hidden=\"1\" ")
                + row(4, "").replace("<row ", "<row hidden=\"true\" ");
        var blank = "<row r=\"6\" hidden=\"1\"></row>";

        assertThat(read(row(2, "") + hidden + row(5, "") + blank)).containsExactly("u2|n|", "u3|n|", "u4|n|", "u5|n|");
        assertThat(codes()).isEmpty();
        assertThat(findings.notes()).extracting(Finding::code).containsExactly("sheet.hidden-rows");
        assertThat(findings.notes().getFirst().sentence().zh()).contains("2 个隐藏的行", "第 3、4 行");
        assertThat(findings.notes().getFirst().sentence().en()).contains("2 hidden rows are among them", "3, 4");
    }

    @Test
    void columnsThatDoNotShowAreTakenAndSaidButForThoseThatThisProgramHides() {
        var parts = parts("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cols>"
                + "<col min=\"2\" max=\"2\" width=\"0\" customWidth=\"1\"/><col min=\"3\" max=\"9999999\" hidden=\"1\"/>"
                + "<col min=\"-1\" max=\"x\" hidden=\"1\"/></cols><sheetData>" + Given.heading()
                + row(2, "<c r=\"C2\"><v>1</v></c>") + "</sheetData></worksheet>");

        assertThat(readParts(parts)).containsExactly("u2|n|1");
        assertThat(findings.notes()).extracting(Finding::code).containsExactly("sheet.hidden-columns");
        assertThat(findings.notes().getFirst().sentence().zh()).endsWith("：「名称」");
        assertThat(findings.notes().getFirst().sentence().en()).endsWith(": “name”");
    }

    @Test
    void aHiddenSheetIsTakenAndSaid() {
        var parts = parts("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + Given.heading() + row(2, "") + "</sheetData></worksheet>");
        parts.replaceAll((name, text) -> text.replace("sheetId=\"1\"", "sheetId=\"1\" state=\"veryHidden\""));

        assertThat(readParts(parts)).containsExactly("u2|n|");
        assertThat(findings.notes()).extracting(Finding::code).containsExactly("sheet.hidden-sheet");
    }

    @Test
    void invisibleMarksCountForNothingAndRadicalsAreTheCharactersTheyLookLike() {
        var read = read("<row r=\"2\">" + inline("A2", "\u200Bu2") + inline("B2", "⺠政局\u202D")
                + inline("C2", "\u202D235\u202C") + "</row>");

        assertThat(read).containsExactly("u2|民政局|235");
        assertThat(codes()).isEmpty();
    }

    @Test
    @Timeout(30)
    void aThousandSheetsAreRefusedUnread() {
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + row(1, "") + "</sheetData></worksheet>";
        var parts = parts(sheet);
        var sheets = new StringBuilder();
        var targets = new StringBuilder();
        for (int i = 2; i <= 1_000; i++) {
            parts.put("xl/worksheets/sheet" + i + ".xml", sheet);
            sheets.append("<sheet name=\"表" + i + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
            targets.append(
                    "<Relationship Id=\"rId" + i + "\" Type=\"worksheet\" Target=\"worksheets/sheet" + i + ".xml\"/>");
        }
        parts.replaceAll((name, text) -> text.replace("</sheets>", sheets + "</sheets>")
                .replace("</Relationships>", targets + "</Relationships>"));

        assertThat(readParts(parts)).isEmpty();
        assertThat(codes()).containsExactly("0 null xlsx.sheets");
        assertThat(told()).contains("1000");
    }

    @Test
    @Timeout(60)
    void moreCellsThanAnyTableHasAreCountedAndRefused() throws IOException {
        var row = "<row>" + "<c/>".repeat(500) + "</row>";
        var parts = parts("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + Given.heading() + row.repeat(6_000) + "</sheetData></worksheet>");
        new Given(directory).parts("units.xlsx", parts);

        assertThat(read(Files.readAllBytes(directory.resolve("units.xlsx")))).isEmpty();
        assertThat(codes()).containsExactly("0 null xlsx.cells");
    }

    private List<String> read(String rows) {
        return readParts(
                parts("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + Given.heading() + rows + "</sheetData></worksheet>"));
    }

    private List<String> readParts(Map<String, String> parts) {
        // a format that shows two places
        parts.replaceAll((name, text) -> text.replace("</cellXfs>", "<xf numFmtId=\"2\"/></cellXfs>"));
        new Given(directory).parts("units.xlsx", parts);
        try {
            return read(Files.readAllBytes(directory.resolve("units.xlsx")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> read(byte[] bytes) {
        return OfficeTable.read("units.xlsx", new ByteArrayInputStream(bytes), COLUMNS, findings).stream()
                .map(row -> row.text("code") + "|" + row.text("name") + "|" + row.text("value"))
                .toList();
    }

    private List<String> codes() {
        return findings.kept().stream()
                .map(one -> one.place().row() + " " + one.place().column() + " " + one.code())
                .toList();
    }

    private String told() {
        return findings.kept().getFirst().told();
    }
}
