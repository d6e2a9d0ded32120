package pingheng.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Findings findings = new Findings();

    @Test
    void aFindingNamesItsPlaceInBothLanguages() {
        findings.add(
                new Place("points.xlsx", "观测点", 7, "points"), "points.sum", "分值应为 %s", "the points must be %s", 100);

        assertThat(findings.kept().getFirst().told())
                .isEqualTo("points.xlsx 工作表「观测点」 第 7 行「points」列：分值应为 100\n"
                        + "    points.xlsx, sheet “观测点”, row 7, column “points”: the points must be 100");
    }

    @Test
    void aFileAloneIsAPlace() {
        findings.add(Place.file("units.tsv"), "missing", "没有", "is missing");

        assertThat(findings.kept().getFirst().told()).isEqualTo("units.tsv：没有\n    units.tsv: is missing");
    }

    @Test
    void nothingFoundRefusesNothing() {
        assertThatCode(findings::refuse).doesNotThrowAnyException();
    }

    @Test
    void aFloodIsCountedButNotKept() {
        for (int i = 0; i < Findings.KEPT + 5; i++) findings.add(Place.file("a").row(i + 1), "bad", "坏", "bad");

        assertThatThrownBy(findings::refuse).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.findings()).hasSize(Findings.KEPT);
            assertThat(refused.count()).isEqualTo(Findings.KEPT + 5);
        });
    }

    @Test
    void aSentenceIsToldInTheLanguageAskedFor() {
        var sentence = Sentence.of("%s 分", "%s points", 2);

        assertThat(sentence.in(Locale.CHINA)).isEqualTo("2 分");
        assertThat(sentence.in(Locale.UK)).isEqualTo("2 points");
    }

    @Test
    void eachLanguageIsToldAloneAndNamesTheColumnInItsOwnWords() {
        var place = Place.file(new Sentence("粘贴", "pasted")).row(2).column("unit", new Sentence("单位代码", "unit"));
        findings.add(place, "units.unknown", "没有单位 %s", "there is no unit %s", "1");

        var whole = findings.kept().getFirst().whole();
        assertThat(whole.zh()).isEqualTo("粘贴 第 2 行「单位代码」列：没有单位 1");
        assertThat(whole.en()).isEqualTo("pasted, row 2, column “unit”: there is no unit 1");
    }

    @Test
    void whatSomebodyTypedCannotPlayWithTheScreenAndIsNamed() {
        var typed = "a\u001B[31m\u202Eb\nc";
        findings.add(Place.file(typed).row(1).column(typed), "bad", "坏：%s", "bad: %s", typed);

        var zh = "a〔U+001B 控制字符〕[31m〔U+202E 从右至左强制〕b〔U+000A 换行符〕c";
        var en = "a[U+001B control character][31m[U+202E right-to-left override]b[U+000A line feed]c";
        assertThat(findings.kept().getFirst().whole().zh()).isEqualTo(zh + " 第 1 行「" + zh + "」列：坏：" + zh);
        assertThat(findings.kept().getFirst().whole().en()).isEqualTo(en + ", row 1, column “" + en + "”: bad: " + en);
        assertThat(Reason.malformed("bad", "坏：%s", "bad: %s", typed).sentence())
                .isEqualTo(new Sentence("坏：" + zh, "bad: " + en));
    }

    @Test
    void whatIsToBeKnownRefusesNothingAndIsSaidAfterWhatWasDone() {
        assertThat(findings.after(new Sentence("已保存", "Saved")).zh()).isEqualTo("已保存");
        findings.note(Place.file("a.xlsx"), "sheet.hidden-rows", "有隐藏的行", "there are hidden rows");

        assertThatCode(findings::refuse).doesNotThrowAnyException();
        assertThat(findings.after(new Sentence("已保存", "Saved")))
                .isEqualTo(new Sentence("已保存。请注意：a.xlsx：有隐藏的行", "Saved. Please note: a.xlsx: there are hidden rows"));
    }
}
