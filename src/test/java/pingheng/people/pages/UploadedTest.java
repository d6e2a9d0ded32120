package pingheng.people.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockMultipartFile;
import pingheng.framework.pages.UploadedTables;
import pingheng.people.UnitSheet;
import pingheng.people.Units;
import pingheng.problem.Finding;
import pingheng.problem.Findings;
import pingheng.problem.Refused;
import pingheng.sheet.BrokenWorkbooks;
import pingheng.sheet.OfficeTable;
import pingheng.sheet.written.NewWorkbook;

/** Tables that are uploaded: told by their content, and nothing is left of them, however they end. */
@Timeout(120)
class UploadedTest {
    private static final List<String> HEADING = List.of("代码", "名称", "级别", "上级代码", "区域");
    private static final List<List<String>> ROWS =
            List.of(List.of("440100", "广州市", "city", "", "珠三角"), List.of("440113", "番禺区", "county", "440100", "珠三角"));
    private static final byte[] WORKBOOK = new NewWorkbook("units", List.of(8, 12, 8, 8, 8)).of(HEADING, ROWS);
    private static final String TEXT = String.join(
            "\n",
            Stream.concat(Stream.of(HEADING), ROWS.stream())
                    .map(row -> String.join(",", row))
                    .toList());

    private final Findings findings = new Findings();
    private Set<String> before = Set.of();

    @BeforeEach
    void whatIsThere() throws IOException {
        before = temporary();
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(temporary()).isEqualTo(before);
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("单位.xlsx", WORKBOOK),
                Arguments.of("单位.csv", WORKBOOK),
                Arguments.of("单位", WORKBOOK),
                Arguments.of("单位.xls", TEXT.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("单位.xlsx", TEXT.getBytes(StandardCharsets.UTF_8)),
                Arguments.of("单位.txt", ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("单位.csv", TEXT.getBytes(Charset.forName("GB18030"))),
                Arguments.of("单位.csv", TEXT.replace(',', '\t').getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableIsWhatItsContentSaysWhateverItsName(String name, byte[] content) {
        var read = units(name, content);

        assertThat(read.all()).extracting("name").containsExactly("广州市", "番禺区");
    }

    @Test
    void aTextInUtf16IsRefusedWithTheWayOut() {
        var refused = catchThrowableOfType(Refused.class, () -> units("a.csv", TEXT.getBytes(StandardCharsets.UTF_16)));

        assertThat(refused.findings()).extracting("code").containsExactly("sheet.encoding");
    }

    @Test
    void whatIsNoTableIsRefusedAndLeavesNothingBehind() {
        for (var content : List.of(new byte[0], new byte[3], new byte[] {'P', 'K', 3, 4}))
            assertThat(catchThrowableOfType(Refused.class, () -> units("list.docx", content)))
                    .isNotNull();
        for (var name : List.of("points.tsv", "points.exe", ".tsv")) {
            var files = new UploadedTables(List.of(file(name, new byte[3]), file("points.tsv", new byte[2])));
            assertThat(catchThrowableOfType(
                            RuntimeException.class,
                            () -> files.in(folder -> {
                                throw new IllegalStateException("whatever happens in the folder");
                            })))
                    .isNotNull();
        }
    }

    @Test
    void aTableOfMoreThanAnyHasIsRefusedUnderItsOwnName() {
        var row = "\n440114,花都区,county,440100,珠三角";
        var rows = TEXT + row.repeat(1 + OfficeTable.MOST_ROWS);

        var refused = catchThrowableOfType(
                Refused.class, () -> units("C:\\表\\单位.txt", rows.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused.count()).isGreaterThan(1_000);
        assertThat(refused.findings().getFirst().whole().zh()).startsWith("单位.txt 第 ");

        var large = ("a,b" + "\n".repeat((int) OfficeTable.MOST_BYTES)).getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(Refused.class, () -> units("单位.txt", large))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("sheet.too-large");
    }

    @Test
    void rowsThatAreHiddenAreNoted() throws IOException {
        var hidden = new BrokenWorkbooks(WORKBOOK, 1).with(Map.of("<row r=\"3\"", "<row r=\"3\" hidden=\"1\""));

        assertThat(units("单位.xlsx", hidden).all()).hasSize(2);
        assertThat(findings.notes()).extracting("code").containsExactly("sheet.hidden-rows");
    }

    @Test
    void twoThousandBrokenWorkbooksEndInASentence() {
        var broken = new BrokenWorkbooks(WORKBOOK, 20201127);
        for (int i = 0; i < 2_000; i++) {
            var workbook = broken.next();
            try {
                new Uploaded(file("单位.xlsx", workbook)).read("units", new Findings(), UnitSheet::read);
            } catch (Refused told) {
                assertThat(told.reason().sentence().zh()).isNotBlank();
            }
        }
    }

    private Units units(String name, byte[] content) {
        return new Uploaded(file(name, content)).read("units", findings, UnitSheet::read);
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("file", name, "application/octet-stream", content);
    }

    private static Set<String> temporary() throws IOException {
        var names = new TreeSet<String>();
        try (var all = Files.newDirectoryStream(
                Path.of(System.getProperty("java.io.tmpdir")),
                "pingheng-" + ProcessHandle.current().pid() + "-*")) {
            all.forEach(one -> names.add(one.getFileName().toString()));
        }
        return names;
    }
}
