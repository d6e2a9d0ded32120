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
}
