package pingheng.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.problem.Findings;

class TextTableTest {
    @TempDir
    private Path directory;

    private Given given;

    @BeforeEach
    void anEmptyFolder() {
        given = new Given(directory);
    }

    @Test
    void tabsAndCommasSeparate() {
        assertThat(given.text("units.tsv", "code\tname\n1\t甲县\n").rows()).containsExactly("1|甲县|");

        assertThat(new Given(directory.resolve(".")).findings.any()).isFalse();
    }

    @Test
    void aCommaInsideQuotesSeparatesNothing() {
        assertThat(given.text("units.csv", "code,name\r\n1,\"甲县, 旧\"\r\n").rows())
                .containsExactly("1|甲县, 旧|");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeadingEvenBeforeAQuote() {
        assertThat(given.text("units.csv", "\uFEFF\"code\",\"name\"\n1,甲县\n").rows())
                .containsExactly("1|甲县|");
        assertThat(given.findings.any()).isFalse();
    }

    @Test
    void aFileInGb18030IsUnderstood() {
        var bytes = "代码\t名称\n1\t汕尾市城区\n2\t㑇𠮷县\n".getBytes(Charset.forName("GB18030"));

        assertThat(given.bytes("units.tsv", bytes).rows()).containsExactly("1|汕尾市城区|", "2|㑇𠮷县|");
    }

    @Test
    void aDamagedByteInUtf8IsNotTakenForGb18030() {
        var good = "code\tname\n1\t广东省各县级人民政府履行教育职责情况\n2\t";
        var bytes = joined(good.getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xE7, (byte) 0x94, '\n'});

        assertThat(given.bytes("units.tsv", bytes).found()).containsExactly("3 sheet.encoding");
    }

    @Test
    void aLoneSurrogateIsRefusedWithItsRow() {
        var bytes = joined(
                "\uFEFFcode\tname\n1\ta\n2\t".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n'});

        assertThat(given.bytes("units.tsv", bytes).found()).containsExactly("3 sheet.encoding");
    }

    @Test
    void bytesOfNoEncodingAreRefusedWithTheirRow() {
        var bytes = joined("code\tname\n1\ta\n".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xFF, 1, '\n'});

        assertThat(given.bytes("units.tsv", bytes).found()).containsExactly("3 sheet.encoding");
    }

    @Test
    void utf16AsSpreadsheetsExportItIsToldByName() {
        given.bytes(
                "units.tsv", joined(new byte[] {(byte) 0xFF, (byte) 0xFE}, "code".getBytes(StandardCharsets.UTF_16LE)));

        assertThat(given.found()).containsExactly("0 sheet.encoding");
        assertThat(given.findings.kept().getFirst().told()).contains("UTF-16");
    }

    @Test
    void aNulIsRefusedWithItsRow() {
        assertThat(given.text("units.tsv", "code\tname\n1\ta\0b\n").found()).containsExactly("2 sheet.not-text");
    }

    @Test
    void anUnclosedQuoteIsRefusedWithItsRow() {
        assertThat(given.text("units.csv", "code,name\n1,a\n2,\"b\n3,c\n").found())
                .containsExactly("3 sheet.quote");
    }

    @Test
    void anUnclosedQuoteDoesNotSwallowALargeFile() {
        given.text("units.csv", "code,name\n1,\"a\n" + "2,b,c,d\n".repeat(1_000_000));

        assertThat(given.found()).containsExactly("2 sheet.quote");
    }

    @Test
    void aNumberKeptAsTextByATabIsNoColumn() {
        given.text("units.csv", "code,name,value\n\t440113190001010000,甲县,1\n\t440113190001010001,\"乙\t县\",2\n");

        assertThat(given.rows()).containsExactly("440113190001010000|甲县|1", "440113190001010001|乙\t县|2");
        assertThat(given.findings.any()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"4.40113E+17, x", "1.38E+10, x", "4.4e+05, x", "x, 4.40113E+17", "x, 1E-05", "＋4.40113Ｅ＋17, x"})
    void aLongNumberThatASpreadsheetWroteAsTextHasLostItsDigits(String code, String name) {
        given.text("units.csv", "code,name,value\n" + code + "," + name + ",1\n");
        given.rows();

        assertThat(given.findings.kept()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("sheet.digits-lost");
            assertThat(one.whole().zh()).startsWith("units.csv 第 2 行「" + (name.equals("x") ? "代码" : "名称") + "」列：");
            assertThat(one.told()).contains("科学计数法 ", "“文本”格式", "format the column as text");
        });
    }

    @Test
    void aNumberWithAnExponentInAColumnOfNumbersIsToldOnceAndACodeThatOnlyLooksAlikeIsTaken() {
        assertThat(given.text("units.csv", "code,name,value\n1E5,2e10-3,4.40113E+17\n")
                        .found())
                .containsExactly("2 sheet.exponent");
        assertThat(given.rows()).containsExactly("1E5|2e10-3|4.40113E+17");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(given.text("units.tsv", "").found()).containsExactly("0 table.empty");
    }

    @Test
    void blankRowsArePassedOverAndCounted() {
        given.text("units.tsv", "code\tname\tvalue\n\n \t\t\n4\ta\tx\n");

        assertThat(given.found()).containsExactly("4 sheet.number");
    }

    @Test
    void moreColumnsThanAnySheetHasAreRefused() {
        given.text("units.csv", "code,name\n1,a" + ",".repeat(600) + "\n");

        assertThat(given.found()).containsExactly("2 sheet.columns");
    }

    @Test
    void aCellLongerThanASpreadsheetKeepsIsRefused() {
        given.text("units.csv", "code,name\n1," + "a".repeat(32_768) + "\n");

        assertThat(given.found()).containsExactly("2 sheet.letters");
    }

    @Test
    void twoHundredThousandRowsPassOneByOne() throws IOException {
        var file = directory.resolve("units.tsv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("code\tname\tvalue\n");
            for (int i = 0; i < 200_000; i++) out.write(i + "\t" + "名".repeat(50) + "\t1.5\n");
        }
        var count = new int[1];
        Folder.of(directory, given.findings).readWideOptional("units", Given.COLUMNS, row -> count[0]++);

        assertThat(count[0]).isEqualTo(200_000);
        assertThat(given.findings.any()).isFalse();
    }

    @Test
    void aFaultOfTheOneWhoTakesTheRowsIsNotBlamedOnTheFile() {
        given.text("units.tsv", "code\tname\n1\ta\n");
        var folder = Folder.of(directory, new Findings());

        assertThatThrownBy(() -> folder.read("units", Given.COLUMNS, row -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }
}
