package pingheng.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.framework.formula.Malformed;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2020-09-01, 2020-09-01",
        "2020/9/1, 2020-09-01",
        "2020/09/01, 2020-09-01",
        "2020年9月1日, 2020-09-01",
        "2020.9.1, 2020-09-01",
        "2020-12-31, 2020-12-31",
        "2020/12/31, 2020-12-31",
        "2019, 2019",
        "2019年, 2019",
        "2019/20, 2019/20",
        "2019-2020学年, 2019/20",
        "2019—2020学年, 2019/20",
        "2019学年, 2019/20",
        "1999/00, 1999/00",
    })
    void aPeriodIsAPeriodHoweverItIsWritten(String written, String period) {
        assertThat(Period.parse(written)).hasToString(period);
    }

    @Test
    void everySpellingOfAPeriodIsThatPeriod() {
        for (var period : new String[] {"2020-09-01", "2020-12-31", "2019", "2019/20"})
            assertThat(Period.parse(period).spellings())
                    .isNotEmpty()
                    .doesNotContain(period)
                    .allSatisfy(spelling -> assertThat(Period.parse(spelling)).hasToString(period));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "20", "2019/21", "2019/2021", "2020-02-30", "2020/13/1", "2020年9月", "9/1/2020", "x2019"})
    void whatIsNoPeriodIsRefused(String written) {
        assertThatThrownBy(() -> Period.parse(written)).isInstanceOf(Malformed.class);
    }
}
