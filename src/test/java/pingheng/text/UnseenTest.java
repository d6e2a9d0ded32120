package pingheng.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnseenTest {
    @ParameterizedTest
    @CsvSource({
        "200B, 零宽空格, zero width space",
        "202D, 从左至右强制, left-to-right override",
        "00A0, 不换行空格, no-break space",
        "2003, 特殊空格, em space",
        "001B, 控制字符, control character",
        "E000, 私用区字符, private use",
        "0378, 未定义字符, no character",
        "E0100, 异体字选择符, variation selector",
        "1BCA0, 看不见的字符, shorthand format letter overlap",
    })
    void eachSignIsNamedInItsPlace(String number, String zh, String en) {
        var text = "1." + Character.toString(Integer.parseInt(number, 16)) + "1";

        assertThat(Unseen.named(text, true)).isEqualTo("1.〔U+" + number + " " + zh + "〕1");
        assertThat(Unseen.named(text, false)).isEqualTo("1.[U+" + number + " " + en + "]1");
    }

    @Test
    void theSameSignSeveralTimesIsNamedOnceAndHalfACharacterToo() {
        assertThat(Unseen.named("a" + "\u200B".repeat(9_000) + "\uD800", true))
                .isEqualTo("a〔U+200B 零宽空格 ×9000〕〔U+D800 半个字符〕");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "民政局", "第 1　行", "汕尾市城区㑇𠮷縣", "“quoted”, é ½ ² ￥", "😀", "⟨〔[]〕⟩"})
    void whatIsSeenStays(String text) {
        assertThat(Unseen.named(text, true)).isEqualTo(text);
        assertThat(Unseen.named(text, false)).isEqualTo(text);
    }

    @Test
    void nothingUnseenIsLeftAndWhateverFoldingTakesOffIsNamed() {
        var left = new ArrayList<String>();
        for (int sign = 0;
                sign <= Character.MAX_CODE_POINT;
                sign += sign < 0x3400 || sign > 0xF8FF && sign < 0x10000 ? 1 : 89) {
            var text = "甲" + Character.toString(sign) + "乙";
            for (var chinese : List.of(true, false))
                if (Unseen.in(Unseen.named(text, chinese))) left.add("U+%04X".formatted(sign));
            if (Folding.text(text).equals("甲乙") && !Unseen.in(text)) left.add("U+%04X is folded".formatted(sign));
        }
        assertThat(left).isEmpty();
    }

    @Test
    void anExcerptCutsNoCharacterInHalf() {
        assertThat(Excerpt.of("𠮷".repeat(41))).isEqualTo("𠮷".repeat(40) + "…");
        assertThat(Excerpt.of("𠮷".repeat(40))).isEqualTo("𠮷".repeat(40));
    }
}
