package pingheng.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void invisibleMarksAreTakenOff() {
        for (var typed : List.of("23\u200B5", "\u202D235\u202C", "\uFEFF235", "2\u00AD35", "235\u3164", "2\u000135"))
            assertThat(Folding.text(typed)).as(typed).isEqualTo("235");
    }

    @Test
    void radicalsBecomeCharacters() {
        assertThat(Folding.text("⺠政局")).isEqualTo("民政局");
        assertThat(Folding.text("⼈⼝⽐例、⻓期")).isEqualTo("人口比例、长期");
    }

    @Test
    void aTextKeepsWhatIsSeen() {
        for (var text : List.of("（一）得分，失分：10²分；「３人」", "甲\n\t乙", "𠮷野家 😀", "\uE000", "  两边  "))
            assertThat(Folding.text(text)).isEqualTo(text);
    }

    @Test
    void linesEndInOneWay() {
        assertThat(Folding.text("甲\r\n乙\r丙\u2028丁\u0085戊")).isEqualTo("甲\n乙\n丙\n丁\n戊");
    }

    @Test
    void lettersAreComposed() {
        assertThat(Folding.text("e\u0301")).isEqualTo("é");
    }

    @Test
    void aWordIsPlain() {
        assertThat(Folding.word("　ｃｉｔｙ\u200B　")).isEqualTo("city");
        assertThat(Folding.word("１\u00A0　０．５")).isEqualTo("1 0.5");
        assertThat(Folding.word("甲\r\n乙")).isEqualTo("甲 乙");
    }

    @Test
    void whatNoDatabaseKeepsIsSaid() {
        assertThat(Folding.writable("\0")).isFalse();
        assertThat(Folding.writable("甲\uD800")).isFalse();
        assertThat(Folding.writable("𠮷")).isTrue();
    }

    @Test
    void foldingTwiceIsFoldingOnce() {
        var random = new Random(1010);
        for (int i = 0; i < 20_000; i++) {
            var typed = random.ints(8, 0, 0x3_0000)
                    .filter(sign -> sign < 0xD800 || sign > 0xDFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Folding.text(Folding.text(typed))).isEqualTo(Folding.text(typed));
            assertThat(Folding.word(Folding.word(typed))).isEqualTo(Folding.word(typed));
        }
    }
}
