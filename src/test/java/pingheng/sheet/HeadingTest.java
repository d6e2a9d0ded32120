package pingheng.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadingTest {
    @TempDir
    private Path directory;

    private Given given;

    @BeforeEach
    void anEmptyFolder() {
        given = new Given(directory);
    }

    @Test
    void headingsMatchInEitherLanguageAnyWidthCaseAndOrder() {
        assertThat(given.text("units.tsv", "名 称\tＣＯＤＥ*\tValue\n甲县\t1\t2\n").rows())
                .containsExactly("1|甲县|2");
        assertThat(given.findings.any()).isFalse();
    }

    @Test
    void aMissingColumnIsToldWithThoseThatWereFound() {
        given.text("units.tsv", "code\tvalue\n1\t2\n");

        assertThat(given.found()).containsExactly("1 sheet.column-missing");
        assertThat(given.findings.kept().getFirst().told())
                .contains("缺少列「名称」", "the column “name” is missing", "code value");
    }

    @Test
    void aTypingErrorIsToldWithTheNameThatWasMeant() {
        given.text("units.tsv", "code\tnmae\tname\n1\t2\t3\n");

        assertThat(given.found()).containsExactly("1 sheet.column-unknown");
        assertThat(given.findings.kept().getFirst().told())
                .contains("是不是「名称」", "do you mean “name”", "可用的列：代码 名称 数值", "there are: code name value");
    }

    @Test
    void aHeadingUnlikeAllOthersIsNotGuessed() {
        given.text("units.tsv", "code\tname\t备注说明文字\n1\t2\t3\n");

        assertThat(given.found()).containsExactly("1 sheet.column-unknown");
        assertThat(given.findings.kept().getFirst().told()).doesNotContain("do you mean");
    }

    @Test
    void aHeadingThatStandsTwiceIsRefusedAlsoByItsAlias() {
        assertThat(given.text("units.tsv", "code\t名称\tname\n1\t2\t3\n").found())
                .containsExactly("1 sheet.column-twice");
    }

    @Test
    void severalFaultsOfTheHeadingAreToldAtOnce() {
        assertThat(given.text("units.tsv", "code\tcode\tfoo\n1\t2\t3\n").found())
                .containsExactly("1 sheet.column-twice", "1 sheet.column-unknown", "1 sheet.column-missing");
    }

    @Test
    void aHeadingBelowBlankRowsIsToldAtItsOwnRow() {
        assertThat(given.text("units.tsv", "\n\ncode\tfoo\tname\n").found()).containsExactly("3 sheet.column-unknown");
    }

    @Test
    void whatStandsBesideTheHeadingIsRefused() {
        assertThat(given.text("units.tsv", "code\tname\n1\ta\t7\n").found()).containsExactly("2 sheet.beyond");
    }
}
