package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureUnitTest {
    @ParameterizedTest
    @ValueSource(strings = {"元", "万元/人", "%", "平方米·年", "元·元", "万元/人/年", "/人"})
    void aUnitReadsBackAsItIsWritten(String text) {
        assertThat(MeasureUnit.parse(text)).hasToString(text);
    }

    @Test
    void whatIsBelowTheLineStaysThere() {
        assertThat(MeasureUnit.parse("万元/人·年")).isEqualTo(MeasureUnit.parse("万元/人/年"));
        assertThat(MeasureUnit.parse("1/人")).isEqualTo(MeasureUnit.NONE.per(MeasureUnit.parse("人")));
        assertThat(MeasureUnit.parse(" 元 / 人 ")).isEqualTo(MeasureUnit.parse("元/人"));
    }

    @Test
    void aUnitOverItselfIsABareNumber() {
        assertThat(MeasureUnit.parse("元").per(MeasureUnit.parse("元"))).isEqualTo(MeasureUnit.NONE);
        assertThat(MeasureUnit.parse("元/元").bare()).isTrue();
        assertThat(MeasureUnit.parse("").bare()).isTrue();
        assertThat(MeasureUnit.parse("1").bare()).isTrue();
        assertThat(MeasureUnit.parse("元").bare()).isFalse();
        assertThat(MeasureUnit.NONE).hasToString("");
    }

    @Test
    void unitsMultiplyAndDivideWithTheirNumbers() {
        var perHead = MeasureUnit.parse("万元").per(MeasureUnit.parse("人"));
        assertThat(perHead).isEqualTo(MeasureUnit.parse("万元/人")).hasSameHashCodeAs(MeasureUnit.parse("万元/人"));
        assertThat(perHead.times(MeasureUnit.parse("人"))).isEqualTo(MeasureUnit.parse("万元"));
        assertThat(perHead.times(MeasureUnit.NONE)).isEqualTo(perHead);
        assertThat(perHead).isNotEqualTo(MeasureUnit.parse("万元")).isNotEqualTo("万元/人");
    }

    @ParameterizedTest
    @CsvSource({
        "万元, 元, 10000",
        "元, 万元, 0.0001",
        "亿元, 万元, 10000", // 100,000,000 / 10,000
        "%, '', 0.01",
        "'', %, 100",
        "百分点, %, 1",
        "万元/人, 元/百人, 1000000", // 10,000 yuan a head is 1,000,000 a hundred heads
        "万元/元, %, 1000000", // 10,000 as a ratio, 1,000,000 %
        "元·元, 万元·元, 0.0001",
        "所, 所, 1"
    })
    void whatIsAMultipleOfTheOtherConverts(String from, String to, String factor) {
        assertThat(MeasureUnit.parse(from).factorTo(MeasureUnit.parse(to))).isEqualTo(Exact.of(factor));
    }

    @ParameterizedTest
    @CsvSource({"元, 人", "万元, ''", "'', 人", "元/人, 元", "平方米, 亩"})
    void whatIsNotHasNoFactor(String from, String to) {
        assertThat(MeasureUnit.parse(from).factorTo(MeasureUnit.parse(to))).isEqualTo(Exact.ZERO);
    }
}
