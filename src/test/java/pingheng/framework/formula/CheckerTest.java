package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.framework.formula.Type.Sign;

class CheckerTest {
    private final Sample figures = new Sample()
            .figure("spend", "万元")
            .figure("spend_yuan", "元")
            .figure("pupils", "人", "positive")
            .figure("classes", "个")
            .figure("rate", "%")
            .figure("change", "百分点", "negative")
            .figure("has_plan", "", "yesno")
            .figure("books", "册", "school")
            .figure("heads", "人", "school", "positive")
            .figure("staff", "人", "school")
            .figure("drift", "册", "school", "negative")
            .figure("has_lab", "", "school", "yesno");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spend + spend_yuan | the units differ: “spend” is in 万元, “spend_yuan” in 元; give a number its unit, as 100[人], or convert with in(…, [unit]) or percent()",
                "spend > spend_yuan | “spend” is in 万元, “spend_yuan” in 元",
                "rate >= 0.85 | “rate” is in %, “0.85” in 1",
                "rate - 0.85 | “rate” is in %, “0.85” in 1",
                "spend / pupils >= 2[万元] | “spend / pupils” is in 万元/人, “2[万元]” in 万元",
                "if(has_plan, spend, pupils) | “spend” is in 万元, “pupils” in 人",
                "min(spend, spend_yuan) | “spend” is in 万元, “spend_yuan” in 元",
                "max(0, spend, spend_yuan) | “spend” is in 万元, “spend_yuan” in 元", // a zero in front hides nothing
                "max(0, 0, rate, 0, 85) | “rate” is in %, “85” in 1",
                "in(spend, [人]) | “spend” is in 万元, which cannot be turned into 人",
                "in(85, [元]) | “85” is in 1, which cannot be turned into 元",
                "percent(spend, pupils) | “spend / pupils” is in 万元/人, which cannot be turned into %",
                "rate + change | “rate” is in %, “change” in 百分点"
            })
    void unitsThatDifferAreRefused(String text, String sentence) {
        refused(text, sentence);
    }

    @Test
    void theSentenceIsInChineseToo() {
        var malformed = catchThrowableOfType(Malformed.class, () -> figures.checked("rate >= 0.85"));
        assertThat(malformed.sentence().zh())
                .isEqualTo("单位不一致：「rate」是 %，「0.85」是 1；请给数字写上单位，如 100[人]，或用 in(…, [单位])、percent() 换算");
    }

    @ParameterizedTest
    @CsvSource({
        "'in(spend, [元]) + spend_yuan', 元",
        "'percent(spend, 3[亿元])', %",
        "spend / pupils, 万元/人",
        "spend / pupils * pupils, 万元",
        "spend / 5[万元], ''",
        "'max(0, rate)', %",
        "'min(rate, 0)', %",
        "'if(has_plan, 0, rate)', %",
        "'if(has_plan, rate, 0)', %",
        "0 - rate, %",
        "rate + 0, %",
        "-rate, %",
        "'abs(change)', 百分点",
        "'tally(has_plan, rate > 0)', ''",
        "'count(has_lab)', ''",
        "'cv(books, heads)', ''",
        "sum(books / heads), 册/人"
    })
    void theUnitOfTheResultIsKnown(String text, String unit) {
        assertThat(Checker.check(figures.parse(text)).type().unit()).isEqualTo(MeasureUnit.parse(unit));
    }

    @Test
    void aConversionFindsItsFactor() {
        figures.with("spend", "1.5").with("rate", "85");
        assertThat(figures.checked("in(spend, [元])").number(figures)).isEqualTo(Exact.of(15000));
        assertThat(figures.checked("in(rate, [1])").number(figures)).isEqualTo(Exact.of("0.85"));
        assertThat(figures.checked("percent(spend, 3[万元])").number(figures)).isEqualTo(Exact.of(50));
        assertThat(figures.checked("percent(spend, 30000[元])").number(figures)).isEqualTo(Exact.of(50));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spend / classes",
                "percent(classes, classes)",
                "spend / (pupils - pupils)",
                "spend / (classes + classes)",
                "spend / (classes * pupils)",
                "spend / 0",
                "spend / -pupils",
                "spend / min(pupils, in(classes, [个]) / 1[个/人])",
                "spend / abs(change)",
                "spend / change",
                "spend / sum(books)",
                "spend / count(has_lab)",
                "spend / tally(has_plan)",
                "spend / cv(books, heads)",
                "spend / if(has_plan, classes, 1[个])",
                "if(classes >= 0, spend / classes, 0)",
                "if(classes <> 5[个], spend / classes, 0)",
                "if(classes < 5[个], spend / classes, 0)",
                "if(classes <= 0, spend / classes, 0)",
                "if(classes = 0, spend / classes, 0)",
                "if(change <> 0, spend / change, 0)", // may be negative: not what “above zero” means
                "if(classes > 0 or has_plan, spend / classes, 0)",
                "if(not (classes > 0 and has_plan), 0, 1) + if(has_plan, spend / classes, 0) / 1[万元/个]",
                "if(classes > 0, 1[万元/个], spend / classes)",
                "if(spend > 0, spend / classes, 0)",
                "if(classes > 0, spend, 0) + spend / classes * 1[个]",
                "tally(classes > 0, spend / classes > 1[万元/个])" // each condition stands alone
            })
    void aDivisorThatCanBeZeroIsRefused(String text) {
        assertThatThrownBy(() -> figures.checked(text))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("can be zero: mark the figure positive, or rule it out by if(");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spend / pupils",
                "spend / 12[个]",
                "spend / (pupils + pupils)",
                "spend / (classes + 1[个])",
                "spend / (1[个] + classes)",
                "spend / (pupils * pupils)",
                "spend / (pupils / 2)",
                "spend / max(classes, 1[个])",
                "spend / max(1[百分点], change)",
                "spend / min(pupils, 5[人])",
                "spend / abs(pupils)",
                "spend / in(pupils, [百人])",
                "spend / if(has_plan, pupils, 1[人])",
                "if(classes > 0, spend / classes, 0)",
                "if(0 < classes, spend / classes, 0)",
                "if(classes >= 1[个], spend / classes, 0)",
                "if(1[个] <= classes, spend / classes, 0)",
                "if(classes = 3[个], spend / classes, 0)",
                "if(classes <> 0, spend / classes, 0)",
                "if(0 <> classes, spend / classes, 0)",
                "if(classes = 0, 0, spend / classes)",
                "if(0 = classes, 0, spend / classes)",
                "if(classes <= 0, 0, spend / classes)",
                "if(0 >= classes, 0, spend / classes)",
                "if(classes < 5[个], 0, spend / classes)",
                "if(not (classes = 0), spend / classes, 0)",
                "if(not (classes > 0), 0, spend / classes)",
                "if(classes > 0 and has_plan, spend / classes, 0)",
                "if(classes = 0 or has_plan, 0, spend / classes)",
                "if(change > 0, spend / change, 0)",
                "if(sum(books) > 0, spend / sum(books), 0)",
                "if(sum(books) <> 0, spend / sum(books), 0)",
                "if(in(classes, [个]) > 0, spend / in(classes, [个]), 0)",
                "if(classes > 0, if(has_plan, spend / classes, 0), 0)",
                "sum(if(staff > 0, books / staff, 0))",
                "if(classes > 0, sum(books / classes), 0)",
                // what stands before in a condition rules it out
                "classes > 0 and spend / classes > 1[万元/个]",
                "classes = 0 or spend / classes > 1[万元/个]",
                "has_plan and classes > 0 and not (spend / classes > 1[万元/个])",
                "count(staff > 0 and books / staff > 1[册/人])"
            })
    void aDivisorThatCannotBeZeroPasses(String text) {
        assertThatCode(() -> figures.checked(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classes > 0 or spend / classes > 1[万元/个]",
                "classes = 0 and spend / classes > 1[万元/个]",
                "spend / classes > 1[万元/个] and classes > 0"
            })
    void whatStandsBehindOrOnTheWrongSideDoesNot(String text) {
        refused(text, "can be zero");
    }

    @Test
    void whatIsKnownToApplyRulesItOut() {
        var share = figures.parse("spend / classes");
        assertThatCode(() -> Checker.check(share, figures.parse("classes > 0"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Checker.check(share, figures.parse("spend > 0")))
                .isInstanceOf(Malformed.class);

        var converted = figures.parse("1 / in(spend, [元])"); // not looked at by the checker before
        assertThatCode(() -> Checker.check(converted, figures.parse("in(spend, [元]) > 0")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Checker.check(share, figures.parse("spend"))).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "has_plan + 1 | “has_plan” is a condition where a number is needed",
                "-has_plan | “has_plan” is a condition where a number is needed",
                "(rate > 0) * 2 | “rate > 0” is a condition where a number is needed",
                "has_plan = 1 | “has_plan” is a condition where a number is needed",
                "max(has_plan, 1) | “has_plan” is a condition where a number is needed",
                "in(has_plan, [%]) | “has_plan” is a condition where a number is needed",
                "sum(has_lab) | “has_lab” is a condition where a number is needed",
                "rate and has_plan | “rate” is a number where a condition is needed",
                "has_plan or spend | “spend” is a number where a condition is needed",
                "not rate | “rate” is a number where a condition is needed",
                "if(rate, 1, 0) | “rate” is a number where a condition is needed",
                "tally(rate) | “rate” is a number where a condition is needed",
                "count(books) | “books” is a number where a condition is needed",
                "if(has_plan, has_plan, 1) | the last two parts of if() must be numbers",
                "if(has_plan, 1, has_plan) | the last two parts of if() must be numbers"
            })
    void conditionsAndNumbersAreNotMixed(String text, String sentence) {
        refused(text, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "books | “books” is a figure of schools: put it inside sum(), count() or cv()",
                "books + sum(books) | “books” is a figure of schools",
                "if(has_lab, 1, 0) | “has_lab” is a figure of schools",
                "sum(sum(books)) | sum(), count() and cv() cannot stand inside each other",
                "count(books > sum(books)) | cannot stand inside each other",
                "cv(books, staff) | cv(amount, pupils): pupils must be marked positive",
                "cv(drift, heads) | the amount must not be negative",
                "sum(spend) | names no figure of schools",
                "count(1 > 0, primary) | names no figure of schools",
                "cv(spend, pupils) | names no figure of schools"
            })
    void figuresOfSchoolsStandOnlyInsideAggregates(String text, String sentence) {
        refused(text, sentence);
    }

    @Test
    void aFigureOfSchoolsMayBeDerivedFromOthers() {
        var perHead = figures.parse("books / heads");
        assertThat(Checker.checkInSchool(perHead).type().unit()).isEqualTo(MeasureUnit.parse("册/人"));
        assertThatThrownBy(() -> Checker.check(perHead)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Checker.checkInSchool(figures.parse("sum(books)")))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "pupils, POSITIVE",
        "classes, NOT_NEGATIVE",
        "change, ANY",
        "5, POSITIVE",
        "0, NOT_NEGATIVE",
        "pupils - 1[人], ANY",
        "change + change, ANY",
        "pupils + pupils, POSITIVE",
        "spend + spend, NOT_NEGATIVE",
        "spend * change, ANY",
        "change / pupils, ANY",
        "spend / pupils, NOT_NEGATIVE",
        "pupils / pupils, POSITIVE",
        "'min(pupils, 5[人])', POSITIVE",
        "'min(pupils, 0)', NOT_NEGATIVE",
        "'min(change, 0)', ANY",
        "'max(change, 0)', NOT_NEGATIVE",
        "'abs(change)', NOT_NEGATIVE",
        "'abs(pupils)', POSITIVE",
        "'if(has_plan, pupils, 0)', NOT_NEGATIVE",
        "'if(has_plan, change, 0)', ANY",
        "'in(change, [%])', ANY",
        "sum(books), NOT_NEGATIVE",
        "sum(heads), NOT_NEGATIVE", // there may be no school
        "sum(drift), ANY",
        "count(has_lab), NOT_NEGATIVE"
    })
    void theSignOfTheResultIsKnown(String text, Sign sign) {
        assertThat(Checker.check(figures.parse(text)).type().sign()).isEqualTo(sign);
    }

    @Test
    void deepConditionsAreCheckedQuickly() {
        var deep = "classes";
        for (int i = 0; i < 35; i++) deep = "if(" + deep + " <> 0, 1[个], 2[个])";
        var text = deep;
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> figures.checked(text));
    }

    private void refused(String text, String sentence) {
        assertThatThrownBy(() -> figures.checked(text))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(sentence);
    }
}
