package pingheng.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                0                    ; 0
                -0.50                ; -0.5
                1,234,567.80         ; 1234567.8
                １２，３４５．６％      ; 12345.6 in percent
                85 %                 ; 85 in percent
                −3                   ; -3
                +4                   ; 4
                999999999999999999   ; 999999999999999999
                0.000000000001       ; 0.000000000001
                1,23                 ; sheet.number
                12,34,567            ; sheet.number
                1.2.3                ; sheet.number
                10²                  ; sheet.number
                ①                    ; sheet.number
                ½                    ; sheet.number
                ١٢                   ; sheet.number
                十                   ; sheet.number
                85%%                 ; sheet.number
                85‰                  ; sheet.number
                12万                 ; sheet.number
                0x10                 ; sheet.number
                1e5                  ; sheet.exponent
                1e400                ; sheet.exponent
                1E-999999999         ; sheet.exponent
                1000000000000000000  ; sheet.digits
                0.0000000000000001   ; sheet.digits
                —                    ; sheet.no-figure
                ——                   ; sheet.no-figure
                -                    ; sheet.no-figure
                /                    ; sheet.no-figure
                无                   ; sheet.no-figure
                N/A                  ; sheet.no-figure
                NaN                  ; sheet.no-figure
                Infinity             ; sheet.number
                """)
    void numbersAreReadAsOfficesTypeThem(String typed, String read) {
        assertThat(told(typed)).isEqualTo(read);
    }

    @Test
    void fortyDigitsAreTooMany() {
        assertThat(told("1".repeat(40))).isEqualTo("sheet.digits");
        assertThat(told("0." + "3".repeat(40))).isEqualTo("sheet.digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", ",000", "9,999", "１", "ﷺ", "-"})
    void aCellFullOfAnythingIsRefusedAtOnceAndInShort(String piece) {
        var typed = piece.repeat(32_767 / piece.length());

        assertThat(Decimals.read(typed))
                .isInstanceOfSatisfying(
                        Decimals.Read.Not.class,
                        not -> assertThat(not.why().zh()).hasSizeLessThan(100));
    }

    private static String told(String typed) {
        return switch (Decimals.read(typed)) {
            case Decimals.Read.Found found -> found.value().toPlainString() + (found.percent() ? " in percent" : "");
            case Decimals.Read.Not not -> not.code();
        };
    }
}
