package pingheng.result.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pingheng.result.arithmetic.Given.grade;
import static pingheng.result.arithmetic.Given.n;

import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.result.arithmetic.Grades.Grade;

class GradesTest {
    private static final Grade EXCELLENT = grade("90", "优秀", "excellent");
    private static final Grade GOOD = grade("80", "良好", "good");
    private static final Grade PASSED = grade("65", "合格", "passed");
    private static final Grade FAILED = grade("0", "不合格", "failed");
    private final Grades grades = new Grades(List.of(EXCELLENT, GOOD, PASSED, FAILED));

    /** Ningxia prints 优秀 from 90 and 良好 80 to 89: what lies between is 良好, for it is not yet 90. */
    @Test
    void bandsAreHalfOpenOverUnroundedTotals() {
        assertThat(grades.of(n("90"))).isEqualTo(EXCELLENT);
        assertThat(grades.of(n("90.0000000000"))).isEqualTo(EXCELLENT);
        assertThat(grades.of(n("89.995"))).isEqualTo(GOOD);
        assertThat(grades.of(n("89.9999999999"))).isEqualTo(GOOD);
        assertThat(grades.of(n("80"))).isEqualTo(GOOD);
        assertThat(grades.of(n("79.99"))).isEqualTo(PASSED);
        assertThat(grades.of(n("64.99"))).isEqualTo(FAILED);
        assertThat(grades.of(n("0"))).isEqualTo(FAILED);
        assertThat(grades.of(n("105"))).isEqualTo(EXCELLENT);
    }

    @Test
    void aGradeIsLoweredAtMostToTheLowest() {
        assertThat(grades.lowered(n("95"), 1)).isEqualTo(GOOD);
        assertThat(grades.lowered(n("81"), 2)).isEqualTo(FAILED);
        assertThat(grades.lowered(n("81"), 9)).isEqualTo(FAILED);
        assertThat(grades.lowest()).isEqualTo(FAILED);
    }

    @Test
    void overlappingOrUnsortedBandsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grades(List.of(GOOD, EXCELLENT, FAILED)))
                .withMessageStartingWith("bands overlap or are not sorted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grades(List.of(EXCELLENT, grade("90.0", "良好", "good"), FAILED)))
                .withMessageStartingWith("bands overlap or are not sorted");
    }

    @Test
    void everyTotalHasAGrade() {
        assertThat(new Grades(List.of(FAILED)).of(n("100"))).isEqualTo(FAILED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grades(List.of(EXCELLENT, GOOD)))
                .withMessageStartingWith("the lowest band is not from 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Grades(List.of()));
    }
}
