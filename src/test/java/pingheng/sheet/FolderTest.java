package pingheng.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderTest {
    @TempDir
    private Path directory;

    private Given given;

    @BeforeEach
    void anEmptyFolder() {
        given = new Given(directory);
    }

    @Test
    void aMissingTableIsAFinding() {
        assertThat(given.found()).containsExactly("0 table.missing");
    }

    @Test
    void aMissingFolderIsAFinding() {
        Folder.of(directory.resolve("none"), given.findings);

        assertThat(given.findings.kept().getFirst().code()).isEqualTo("folder.missing");
    }

    @Test
    void anOldWorkbookInItsPlaceIsNamedWithTheWayOut() {
        given.text("units.xls", "old");

        assertThat(given.found()).containsExactly("0 table.missing");
        assertThat(given.findings.kept().getFirst().told()).contains("units.xls", "save it as units.xlsx");
    }

    @Test
    void aTableThatStandsTwiceIsRefused() {
        given.text("units.tsv", "code\tname\n").text("units.csv", "code,name\n");

        assertThat(given.found()).containsExactly("0 table.twice");
    }

    @Test
    void aLinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        var secret = Files.writeString(elsewhere.resolve("secret.tsv"), "code\tname\n1\tsecret\n");
        Files.createSymbolicLink(directory.resolve("units.tsv"), secret);

        assertThat(given.rows()).isEmpty();
        assertThat(given.findings.kept())
                .singleElement()
                .satisfies(one -> assertThat(one.code()).isEqualTo("table.no-file"));
    }

    @Test
    void aLinkToAFolderIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("units.tsv"), "code\tname\n1\tsecret\n");
        Files.createSymbolicLink(directory.resolve("county"), elsewhere);
        var rows = new ArrayList<SheetRow>();

        Folder.of(directory, given.findings).folder("county").readOptional("units", Given.COLUMNS, rows::add);

        assertThat(rows).isEmpty();
        assertThat(given.findings.kept())
                .singleElement()
                .satisfies(one -> assertThat(one.code()).isEqualTo("folder.link"));
    }

    @Test
    void aFolderCalledLikeATableIsRefused() throws IOException {
        Files.createDirectory(directory.resolve("units.tsv"));

        assertThat(given.found()).containsExactly("0 table.no-file");
    }

    @Test
    void theLockFileOfAnOpenWorkbookIsPassedOver() {
        given.text("~$units.xlsx", "lock").text("units.tsv", "code\tname\n1\ta\n");

        assertThat(given.rows()).containsExactly("1|a|");
        assertThat(given.findings.any()).isFalse();
    }

    @Test
    void aBrokenWorkbookIsToldOnce() {
        given.text("units.xlsx", "PK\3\4 broken");

        assertThat(given.found()).containsExactly("0 xlsx.broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"units.tsv", "units.csv", "units.xlsx"})
    void aTableIsWhatItsContentSaysWhateverItsName(String name) throws IOException {
        assertThat(given.text(name, "code\tname\n1\t甲县, 旧\n").rows()).containsExactly("1|甲县, 旧|");
        assertThat(given.text(name, "code,name\n1,\"甲县, 旧\"\n").rows()).containsExactly("1|甲县, 旧|");
        var gbk = "代码,名称\n2,㑇𠮷县\n".getBytes(Charset.forName("GB18030"));
        assertThat(given.bytes(name, gbk).rows()).containsExactly("2|㑇𠮷县|");

        given.cells("elsewhere", Given.row(2, Given.inline("C2", "7")));
        Files.move(directory.resolve("elsewhere"), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        assertThat(given.rows()).containsExactly("u2|n|7");
        assertThat(given.findings.any()).isFalse();
    }

    @Test
    void aSheetOfAWorkbookThatCallsItselfTextIsATable() throws IOException {
        given.cells("elsewhere", Given.row(2, ""));
        Files.move(directory.resolve("elsewhere"), directory.resolve("all.csv"));
        var rows = new ArrayList<String>();

        Folder.of(directory, given.findings).read("表", Given.COLUMNS, row -> rows.add(row.text("code")));

        assertThat(rows).containsExactly("u2");
        assertThat(given.findings.any()).isFalse();
    }
}
