package pingheng.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import pingheng.problem.Finding;
import pingheng.problem.Findings;

/** A folder of tables as someone hands it in, and what reading the table {@code units} gives. */
final class Given {
    static final List<Column> COLUMNS =
            List.of(Column.required("code", "代码"), Column.required("name", "名称"), Column.optional("value", "数值"));

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    final Findings findings = new Findings();
    private final Path directory;

    Given(Path directory) {
        this.directory = directory;
    }

    Given text(String file, String content) {
        return bytes(file, content.getBytes(StandardCharsets.UTF_8));
    }

    Given bytes(String file, byte[] content) {
        try {
            Files.write(directory.resolve(file), content);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A workbook with one sheet, whose XML after the opening tag of {@code worksheet} is given. */
    Given sheet(String file, String inside) {
        return parts(file, parts("<worksheet xmlns=\"" + MAIN + "\">" + inside + "</worksheet>"));
    }

    /** As above, with these rows after a heading of code, name and value. */
    Given cells(String file, String rows) {
        return sheet(file, "<sheetData>" + heading() + rows + "</sheetData>");
    }

    static String heading() {
        return "<row r=\"1\">" + inline("A1", "code") + inline("B1", "name") + inline("C1", "value") + "</row>";
    }

    static String inline(String at, String text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    /** A row of a code, a name and the cell given, which stands at column C. */
    static String row(int number, String cell) {
        return "<row r=\"" + number + "\">" + inline("A" + number, "u" + number) + inline("B" + number, "n") + cell
                + "</row>";
    }

    static Map<String, String> parts(String sheet) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + override("/xl/workbook.xml", "sheet.main") + override("/xl/styles.xml", "styles")
                        + override("/xl/sharedStrings.xml", "sharedStrings")
                        + override("/xl/worksheets/sheet1.xml", "worksheet") + "</Types>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN
                        + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts><numFmt numFmtId=\"200\" formatCode=\"0.00%_);(0.00%)\"/>"
                        + "<numFmt numFmtId=\"201\" formatCode=\"[Yellow]0.00&quot; yd&quot;\"/></numFmts><cellXfs>"
                        + "<xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/><xf numFmtId=\"31\"/>"
                        + "<xf numFmtId=\"200\"/><xf numFmtId=\"201\"/></cellXfs></styleSheet>");
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"><si><t>甲县</t></si></sst>");
        parts.put("xl/worksheets/sheet1.xml", sheet);
        return parts;
    }

    Given parts(String file, Map<String, String> parts) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(directory.resolve(file)))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPES + type + "+xml\"/>";
    }

    /** The rows as code|name|value. */
    List<String> rows() {
        var rows = new ArrayList<String>();
        Folder.of(directory, findings)
                .read(
                        "units",
                        COLUMNS,
                        row -> rows.add(row.text("code") + "|" + row.text("name") + "|" + row.text("value")));
        return rows;
    }

    /** The decimals of the column value, as they were understood. */
    List<String> values() {
        var values = new ArrayList<String>();
        Folder.of(directory, findings).read("units", COLUMNS, row -> values.add(String.valueOf(row.decimal("value"))));
        return values;
    }

    /** Reads, and tells what was found: row and code, and each finding speaks both languages. */
    List<String> found() {
        values();
        return findings.kept().stream().map(Given::told).toList();
    }

    private static String told(Finding finding) {
        if (finding.sentence().zh().isBlank() || finding.sentence().en().isBlank())
            throw new AssertionError("a finding without words: " + finding);
        return finding.place().row() + " " + finding.code();
    }
}
