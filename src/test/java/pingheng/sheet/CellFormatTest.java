package pingheng.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFormatTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                General                         | NUMBER
                #,##0.00                        | NUMBER
                0.00E+00                        | NUMBER
                [Yellow]0.00;[Red]-0.00         | NUMBER
                0.00"yd"                        | NUMBER
                0\\%                            | NUMBER
                0"%"                            | NUMBER
                #,##0_);(#,##0)                 | NUMBER
                0%                              | PERCENT
                0.00%_);(0.00%)                 | PERCENT
                0.0%;[Red]-0.0%                 | PERCENT
                [$-804]yyyy"年"m"月"d"日";@     | DAY
                m"月"d"日"                      | DAY
                mm-dd-yy                        | DAY
                yyyy/m/d h:mm                   | DAY
                mmm                             | DAY
                h:mm AM/PM                      | TIME
                [h]:mm:ss                       | TIME
                mm:ss                           | TIME
                @                               | NUMBER
                "                               | NUMBER
                """)
    void aFormatTellsWhatANumberIs(String code, CellFormat format) {
        assertThat(CellFormat.of(200, code)).isEqualTo(format);
    }

    @Test
    void datesOfChineseSpreadsheetsHaveNoWrittenFormat() {
        assertThat(CellFormat.of(31, null)).isEqualTo(CellFormat.DAY);
        assertThat(CellFormat.of(58, null)).isEqualTo(CellFormat.DAY);
        assertThat(CellFormat.of(32, null)).isEqualTo(CellFormat.TIME);
        assertThat(CellFormat.of(0, null)).isEqualTo(CellFormat.NUMBER);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 44084, false, 2020-09-10",
        "DAY, 44084.354166666666, false, 2020-09-10T08:30",
        "DAY, 1, false, 1900-01-01",
        "DAY, 59, false, 1900-02-28",
        "DAY, 61, false, 1900-03-01",
        "DAY, 42622, true, 2020-09-10",
        "DAY, 99999999999, false, 99999999999",
        "DAY, -1, false, -1",
        "TIME, 1.5, false, 36:00:00",
        "PERCENT, 0.333333333333333, false, 33.3333333333333%",
        "PERCENT, 1, false, 100%",
        "NUMBER, 1E+5, false, 100000",
    })
    void aCellIsToldAsItWouldBeTyped(CellFormat format, BigDecimal number, boolean from1904, String text) {
        assertThat(format.cell(number, from1904).text()).isEqualTo(text);
    }
}
