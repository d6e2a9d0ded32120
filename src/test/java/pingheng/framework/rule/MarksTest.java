package pingheng.framework.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;

class MarksTest {
    @Test
    void marksAreReadHoweverTheyAreTyped() {
        for (var one : Map.of(
                        "1 0.5 0", "1 0.5 0",
                        "１　０．５ 0", "1 0.5 0",
                        "1、0.5；0", "1 0.5 0",
                        " 1;0.50 00\u200B ", "1 0.5 0",
                        "1 - 0", "1 - 0",
                        "0.12345", "0.12345",
                        "- - -", "",
                        "", "")
                .entrySet())
            assertThat(Marks.read(one.getKey()).text()).as(one.getKey()).isEqualTo(one.getValue());
    }

    @Test
    void whatIsNoNumberIsNoMark() {
        for (var text :
                List.of("x", "1,5", "+1", "-1", "1e3", "½", "1.", ".5", "1234567", "0.1234567", "٣", "一", "1/2", "—"))
            assertThatThrownBy(() -> Marks.read(text)).as(text).isInstanceOf(Malformed.class);
    }

    @Test
    void aFieldHoldsOneMark() {
        assertThat(Marks.of(List.of("１", "", "0.5")).text()).isEqualTo("1 - 0.5");
        assertThat(Marks.of(List.of("", "")).none()).isTrue();
        assertThatThrownBy(() -> Marks.of(List.of("1、1", "0"))).isInstanceOf(Malformed.class);
    }

    @Test
    void marksAreWholeWhenNoneIsMissing() {
        assertThat(Marks.read("1 0.5").whole()).contains(List.of(Exact.ONE, Exact.of("0.5")));
        assertThat(Marks.read("1 -").whole()).isEmpty();
        assertThat(Marks.read("1 -").fields()).containsExactly("1", "");
        assertThat(Marks.NONE.whole()).contains(List.of());
    }

    @Test
    void whatWasKeptInFormerTimesStaysAsItIs() {
        var former = Marks.kept("1.0 0.50");
        assertThat(former.text()).as("digests were taken over it").isEqualTo("1.0 0.50");
        assertThat(former.fields()).containsExactly("1", "0.5");
        assertThat(former.canonical()).isEqualTo(Marks.read("1 0.5"));
        var damaged = Marks.kept("abc");
        assertThat(damaged.text()).isEqualTo("abc");
        assertThat(damaged.unreadable())
                .hasValueSatisfying(why -> assertThat(why.zh()).contains("abc"));
        assertThat(damaged.whole()).isEmpty();
        assertThat(damaged.fields()).isEmpty();
    }

    @Test
    void whatIsKeptIsReadBack() {
        var random = new Random(14);
        var signs = "0123456789.0１．- ;、 \u200B,x".codePoints().toArray();
        for (int i = 0; i < 20_000; i++) {
            var typed = random.ints(random.nextInt(1, 9), 0, signs.length)
                    .map(at -> signs[at])
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            try {
                var marks = Marks.read(typed);
                assertThat(Marks.read(marks.text()).text()).as(typed).isEqualTo(marks.text());
                assertThat(marks.text()).as(typed).matches("(([0-9]{1,6}(\\.[0-9]{1,6})?|-)( |$))*");
            } catch (Malformed refused) {
                assertThat(refused.sentence().zh()).as(typed).contains("评分应为数");
            }
        }
    }
}
