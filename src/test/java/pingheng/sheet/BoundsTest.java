package pingheng.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.problem.Finding;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.sheet.zip.Budget;

/** What a hostile table costs is counted: in elements looked at and in bytes allocated, each against a limit that stands here. */
class BoundsTest {
    private static final int CELLS_OF_A_SHEET = 2_000;

    /** Bytes allocated for each byte of a table that is handed in, at most: with every cell wrong, too. */
    private static final int MOST_BYTES_A_BYTE = 400;

    @TempDir
    private Path directory;

    @Test
    void ofAThousandSheetsOnlyTheListIsLookedAtWhereverItStands() {
        new Given(directory).parts("units.xlsx", thousandSheets());
        var budget = Budget.ofFolder();

        var refused = catchThrowableOfType(
                Refused.class,
                () -> WorkbookCheck.check(directory.resolve("units.xlsx"), Place.file("units.xlsx"), budget));

        assertThat(refused.findings()).extracting(Finding::code).containsExactly("xlsx.sheets");
        assertThat(budget.taken()).isLessThan(1_010);
    }

    @Test
    void ofTooManyCellsNoMoreAreLookedAtThanATableMayHave() {
        new Given(directory)
                .sheet(
                        "units.xlsx",
                        "<sheetData>" + ("<row>" + "<c/>".repeat(500) + "</row>").repeat(8_000) + "</sheetData>");
        var budget = Budget.ofTable();

        var refused = catchThrowableOfType(
                Refused.class,
                () -> WorkbookCheck.check(directory.resolve("units.xlsx"), Place.file("units.xlsx"), budget));

        assertThat(refused.findings()).extracting(Finding::code).containsExactly("xlsx.cells");
        assertThat(budget.taken()).isEqualTo(budget.elements() + 1);
    }

    @Test
    void aTableWithEveryCellWrongCostsAsMuchAsItIsLong() {
        long half = allocated(wrong(2_000));
        long whole = allocated(wrong(4_000));

        assertThat(whole).isLessThan(half * 5 / 2);
        assertThat(whole).isLessThan((long) MOST_BYTES_A_BYTE * wrong(4_000).length);
    }

    private static long allocated(byte[] table) {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        var findings = new Findings();
        for (var row : OfficeTable.read("a.csv", new ByteArrayInputStream(table), Given.COLUMNS, findings)) {
            row.decimal("value");
            row.others()
                    .keySet()
                    .forEach(heading -> row.refuse(heading, "a.other", "没有「%s」这一列", "there is no “%s”", heading));
        }
        assertThat(findings.count()).isGreaterThan(table.length / 10);
        assertThat(findings.kept()).hasSize(Findings.KEPT);
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private static byte[] wrong(int rows) {
        var table = new StringBuilder("code,name,value");
        for (int i = 0; i < 500; i++) table.append(",h").append(i);
        return table.append(("\n1,n,x" + ",1".repeat(500)).repeat(rows))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The list of the sheets is the last part of the zip. */
    private static Map<String, String> thousandSheets() {
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row>"
                + "<c/>".repeat(CELLS_OF_A_SHEET) + "</row></sheetData></worksheet>";
        var parts = new LinkedHashMap<String, String>();
        var sheets = new StringBuilder();
        for (int i = 1; i <= 1_000; i++) {
            parts.put("xl/worksheets/sheet" + i + ".xml", sheet);
            if (i > 1) sheets.append("<sheet name=\"表" + i + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
        }
        Given.parts(sheet).forEach((name, part) -> parts.put(name, part.replace("</sheets>", sheets + "</sheets>")));
        var list = String.valueOf(parts.remove("xl/workbook.xml"));
        parts.put("xl/workbook.xml", list);
        return parts;
    }
}
