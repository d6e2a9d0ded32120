package pingheng.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static pingheng.sheet.Given.inline;
import static pingheng.sheet.Given.parts;
import static pingheng.sheet.Given.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.problem.Finding;

/** Every one of these files must end in a sentence: no crash, no hang, no memory gone. */
@Timeout(60)
class HostileWorkbookTest {
    private static final String PART = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path directory;

    private Given given;

    @BeforeEach
    void anEmptyFolder() {
        given = new Given(directory);
    }

    @Test
    void aZipBombIsNotUnpacked() throws IOException {
        bomb("xl/media/image1.png", "\0".repeat(1 << 20), 300);

        assertThat(given.found()).containsExactly("0 xlsx.bomb");
    }

    @Test
    void aBombOfRowsIsNotUnpacked() throws IOException {
        bomb("xl/other.xml", "<a>" + "<b/>".repeat(1 << 18) + "</a>", 300);

        assertThat(given.found()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<sheetData a=\"%s\"/>", "<sheetData>%s</sheetData>", "<!--%s--><sheetData/>"})
    void aTextLongerThanAnyCellIsNotHeldInMemory(String around) {
        given.sheet("units.xlsx", around.formatted("x".repeat(4 << 20)));

        assertThat(given.found()).containsExactly("0 xlsx.bomb");
    }

    @Test
    void aTruncatedWorkbookIsRefused() throws IOException {
        given.cells("units.xlsx", row(2, inline("C2", "1")));
        var whole = Files.readAllBytes(directory.resolve("units.xlsx"));
        given.bytes("units.xlsx", Arrays.copyOf(whole, whole.length / 2));

        assertThat(given.found()).containsExactly("0 xlsx.broken");
    }

    @Test
    void laughsAreNotMultiplied() {
        var laughs = new StringBuilder("<!DOCTYPE worksheet [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++)
            laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        given.parts("units.xlsx", parts(laughs + "]><worksheet><sheetData>&l9;</sheetData></worksheet>"));

        assertThat(given.found()).containsExactly("0 xlsx.doctype");
    }

    @Test
    void aFileOfThisMachineIsNotReadThroughAnEntity() {
        given.parts(
                "units.xlsx",
                parts("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\">"
                        + inline("A1", "&x;") + "</row></sheetData></worksheet>"));

        assertThat(given.found()).containsExactly("0 xlsx.doctype");
    }

    @Test
    void fiveThousandNestedElementsAreRefused() {
        given.sheet("units.xlsx", "<a>".repeat(5_000) + "</a>".repeat(5_000));

        assertThat(given.found()).containsExactly("0 xlsx.deep");
    }

    @Test
    void tooManyEntriesAreRefused() {
        var parts = parts("<worksheet><sheetData/></worksheet>");
        for (int i = 0; i < 3_000; i++) parts.put("x/" + i, "");
        given.parts("units.xlsx", parts);

        assertThat(given.found()).containsExactly("0 xlsx.entries");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r=\"ZZZZZZ2\"><v>1</v></c>",
                "<c r=\"XFD2\"><v>1</v></c>",
                "<c r=\"2C\"><v>1</v></c>",
                "<c r=\"C2\" t=\"s\"><v>2000000000</v></c>",
                "<c r=\"C2\" t=\"s\"><v>-1</v></c>",
                "<c r=\"C2\" t=\"s\"><v>99999999999999</v></c>",
                "<c r=\"C2\" t=\"d\"><v>2020-09-10</v></c>",
                "<c r=\"C2\" t=\"zzz\"><v>1</v></c>",
                "<c r=\"C2\" s=\"-1\"><v>1</v></c>",
                "<c r=\"C2\" s=\"abc\"><v>1</v></c>",
                "<c r=\"C2\"><v>zwölf</v></c>",
                "<c r=\"C2\" t=\"b\"><v>perhaps</v></c>",
                "<c r=\"C2\" t=\"s\"><f>A1</f><v>0</v></c>",
                "<c r=\"C2\"><f t=\"shared\" si=\"77\"/><v>1</v></c>",
                "<c r=\"C2\"><f t=\"array\" ref=\"garbage\">1</f><v>1</v></c>",
                "<c r=\"C2\"><v>&unknown;</v></c>",
                "<c r=\"C2\"><v>&#xD800;</v></c>",
                "<c r=\"C2\"><v>1</c></v>",
            })
    void aCellThatNoSpreadsheetWritesEndsInASentence(String cell) {
        given.cells("units.xlsx", row(2, cell));

        assertThat(given.found()).isNotEmpty();
    }

    @Test
    void aNumberOfAMillionDigitsIsNeverMadeANumber() {
        given.cells("units.xlsx", row(2, "<c r=\"C2\"><v>" + "7".repeat(1_000_000) + "</v></c>"));

        assertThat(given.found()).containsExactly("2 sheet.number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000000", "99999999999", "0", "-1", "x", "1"})
    void rowsOutOfOrderOrBoundsAreRefused(String number) {
        given.cells("units.xlsx", "<row r=\"" + number + "\">" + inline("A2", "a") + inline("B2", "b") + "</row>");

        assertThat(given.found()).hasSize(1);
    }

    @Test
    void moreCellsInARowThanColumnsAreRefused() {
        given.cells("units.xlsx", row(2, "<c r=\"C2\"><v>1</v></c>".repeat(600)));

        assertThat(given.found()).containsExactly("2 sheet.columns");
    }

    @Test
    void aPartUnderAnotherNameDoesNotSlipPast() {
        var parts = parts("<worksheet><sheetData/></worksheet>");
        parts.replaceAll((name, text) -> text.replace("worksheets/sheet1.xml", "worksheets/sheet1.bin"));
        parts.put("xl/worksheets/sheet1.bin", "<!DOCTYPE a []><worksheet><sheetData/></worksheet>");
        given.parts("units.xlsx", parts);

        assertThat(given.found()).containsExactly("0 xlsx.xml");
    }

    @Test
    void aPartThatStandsTwiceIsRefused() {
        var parts = parts("<worksheet><sheetData/></worksheet>");
        parts.put(PART.toUpperCase(java.util.Locale.ROOT), "<worksheet><sheetData/></worksheet>");
        given.parts("units.xlsx", parts);

        assertThat(given.found()).containsExactly("0 xlsx.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Content_Types].xml",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/styles.xml",
                "xl/sharedStrings.xml",
                PART
            })
    void aPartThatIsMissingEmptyOrGarbageEndsInASentence(String part) {
        var text = row(2, "<c r=\"C2\" t=\"s\"><v>0</v></c>");
        var sheet = "<worksheet><sheetData>" + Given.heading() + text + "</sheetData></worksheet>";
        for (var content : new String[] {"", "<a/>", "\0\1\2", "<a", "<?xml version=\"1.0\" encoding=\"no\"?><a/>"}) {
            var parts = parts(sheet);
            parts.put(part, content);
            assertThat(new Given(directory).parts("units.xlsx", parts).found()).isNotEmpty();
        }
        var parts = parts(sheet);
        parts.remove(part);
        assertThat(new Given(directory).parts("units.xlsx", parts).found()).isNotEmpty();
    }

    @Test
    void whatIsNeitherAWorkbookNorATextIsRefused() {
        assertThat(given.text("units.xlsx", "").found()).containsExactly("0 xlsx.not");
        assertThat(given.text("units.xlsx", "\0".repeat(512)).found()).contains("0 xlsx.not");
    }

    @Test
    void aZipThatIsNoWorkbookIsRefused() {
        assertThat(given.parts("units.xlsx", Map.of("a.txt", "a")).found()).containsExactly("0 xlsx.not");
    }

    @Test
    void anOldOrLockedWorkbookIsToldWhatToDo() {
        given.bytes("units.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});

        assertThat(given.found()).containsExactly("0 xlsx.old");
        assertThat(given.findings.kept().getFirst().told()).contains("密码", "password");
    }

    @Test
    void bytesChangedAnywhereNeverCrash() throws IOException {
        given.cells("units.xlsx", row(2, "<c r=\"C2\" t=\"s\"><v>0</v></c>") + row(3, "<c r=\"C3\"><v>1</v></c>"));
        var whole = Files.readAllBytes(directory.resolve("units.xlsx"));
        var random = new Random(20200910);
        for (int i = 0; i < 1_000; i++) {
            var changed = whole.clone();
            for (int j = 0; j < 1 + i % 4; j++) changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            new Given(directory).bytes("units.xlsx", changed).found();
        }
    }

    @Test
    void aSheetThatEndsInsideATextEndsInASentence() {
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + Given.heading() + row(2, "<c r=\"C2\"><v>12");
        given.parts("units.xlsx", parts(sheet.substring(0, sheet.indexOf("12") + 2)));

        assertThat(given.found()).containsExactly("0 xlsx.xml");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24})
    void aPartWhoseCheckSumOrLengthIsWrongIsRefused(int offset) throws IOException {
        var number = row(2, "<c r=\"C2\"><v>1</v></c>");
        given.cells("units.xlsx", number);
        var bytes = Files.readAllBytes(directory.resolve("units.xlsx"));
        bytes[HostileWorkbookTest.last(bytes, "PK\1\2") + offset] ^= 1;
        given.bytes("units.xlsx", bytes);

        assertThat(given.rows()).isEmpty();
        assertThat(given.findings.kept()).extracting(Finding::code).containsExactly("xlsx.broken");
    }

    /** Where the text stands last. */
    private static int last(byte[] bytes, String text) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }

    @Test
    void twoThousandBrokenWorkbooksEndInASentence() throws IOException {
        new BrokenReading(directory).read(2_000, 20201129);
    }

    private void bomb(String part, String piece, int times) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(directory.resolve("units.xlsx")))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var known : parts("<worksheet><sheetData/></worksheet>").entrySet()) {
                zip.putNextEntry(new ZipEntry(known.getKey()));
                zip.write(known.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(part));
            var bytes = piece.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            for (int i = 0; i < times; i++) zip.write(bytes);
        }
    }
}
