package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
    private static final Duration QUICKLY = Duration.ofSeconds(2);

    private final Sample figures = new Sample()
            .with("a", "12")
            .with("b", "4")
            .with("c", "2")
            .with("previous(a)", "10")
            .with("previous(a, 2)", "9");

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * 3, 7", // products before sums
        "(1 + 2) * 3, 9",
        "10 - 4 - 3, 3", // from the left
        "a / b / c, 1.5", // (12 / 4) / 2
        "a / b * c, 6",
        "a - b * c, 4",
        "-a + b, -8",
        "-(a + b), -16",
        "--a, 12",
        "a * -b, -48",
        "a - -b, 16",
        "'min(a, b, c)', 2",
        "'max(b, a, c)', 12",
        "abs(b - a), 8",
        "'if(a > b, c, 0)', 2",
        "'if(a < b, c, 0)', 0",
        "previous(a), 10",
        "'previous(a, 2)', 9",
        "'tally(a > b, b > a, c = 2)', 2",
        "12 % + 3%, 15"
    })
    void arithmeticBindsAsOnPaper(String text, String result) {
        assertThat(figures.parse(text).number(figures)).isEqualTo(Exact.of(result));
    }

    @ParameterizedTest
    @CsvSource({
        "1 + 1 = 2, true", // sums before comparisons
        "not 1 = 2, true", // comparisons before not
        "not not 1 = 1, true",
        "1 = 1 or 1 = 2 and 1 = 3, true", // and before or
        "(1 = 1 or 1 = 2) and 1 = 3, false",
        "not 1 = 1 and 1 = 2, false", // (not 1 = 1) and 1 = 2
        "not (1 = 2 and 1 = 1), true",
        "a < 12, false",
        "a <= 12, true",
        "a > 12, false",
        "a >= 12, true",
        "a = 12, true",
        "a <> 12, false",
        "a ≥ 12, true",
        "a ≤ 11.9, false",
        "a ≠ 11, true"
    })
    void conditionsBindAsTheyAreSpoken(String text, boolean holds) {
        assertThat(figures.parse(text).truth(figures)).isEqualTo(holds);
    }

    @Test
    void fullWidthSignsCountAsTheirPlainTwins() {
        assertThat(figures.parse("（ａ＋ｂ）×２．５－８÷ｃ")).isEqualTo(figures.parse("(a + b) * 2.5 - 8 / c"));
        assertThat(figures.parse("ａ≥８５％")).isEqualTo(figures.parse("a >= 85%"));
        assertThat(figures.parse("ａ＞＝８５［万元］")).isEqualTo(figures.parse("a >= 85[万元]"));
        assertThat(figures.parse("ｍｉｎ（ａ，ｂ）")).isEqualTo(figures.parse("min(a, b)"));
    }

    @Test
    void whatIsDecidedIsNotAskedFurther() {
        assertThat(figures.parse("a > b or missing > 1").truth(figures)).isTrue();
        assertThat(figures.parse("a < b and missing > 1").truth(figures)).isFalse();
        assertThat(figures.parse("if(a > b, c, missing)").number(figures)).isEqualTo(Exact.of(2));
        assertThatThrownBy(() -> figures.parse("a + missing").number(figures))
                .isInstanceOfSatisfying(
                        Missing.class, missing -> assertThat(missing.name()).isEqualTo("missing"));
    }

    @Test
    void aNumberIsNoConditionAndTheOtherWayRound() {
        assertThatThrownBy(() -> figures.parse("a + b").truth(figures)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> figures.parse("a > b").number(figures)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void membersAndPeriodsAreNamedAsTheyPrint() {
        assertThat(figures.parse("spend.primary")).hasToString("spend.primary");
        assertThat(figures.parse("previous( spend.primary )")).hasToString("previous(spend.primary)");
        assertThat(figures.parse("previous(spend.primary, 3)")).hasToString("previous(spend.primary, 3)");
        assertThat(figures.parse("previous(spend, 1)")).isEqualTo(figures.parse("previous(spend)"));
        assertThat(figures.parse("sum(spend.*)")).isEqualTo(figures.parse("spend.primary + spend.junior"));
        assertThat(figures.parse("percent(a, b)"))
                .hasToString(figures.parse("in(a / b, [%])").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "a - (b - c), a - (b - c)",
        "(a - b) - c, a - b - c",
        "a + (b * c), a + b * c",
        "a / (b * c), a / (b * c)",
        "(a + b) * c, (a + b) * c",
        "-(a + b), -(a + b)",
        "((a)), a",
        "(a + b) > c, a + b > c",
        "85%, 85%",
        "2.50[间/百人], 2.5[间/百人]",
        "'count(s_lab > 0 and s_books >= 1,primary)', 'count(s_lab > 0 and s_books >= 1, primary)'",
        "'cv(s_books,s_pupils)', 'cv(s_books, s_pupils)'",
        "'percent(a,b+c)', 'percent(a, b + c)'",
        "'in(a*b,[元])', 'in(a * b, [元])'"
    })
    void aFormulaPrintsWithTheBracketsItNeeds(String text, String printed) {
        assertThat(figures.parse(text)).hasToString(printed);
        assertThat(figures.parse(printed)).isEqualTo(figures.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + | not finished",
                "'' | not finished",
                "a + ? | cannot be understood at character 5: ?",
                "a ≥ 5 ? | cannot be understood at character 7: ?", // ≥ is one character, as it was written
                "a b | cannot be understood at character 3: b",
                "(a + b | “)” is expected at character 7: …",
                "min(a b) | “)” is expected at character 7: b)",
                "1 < 2 < 3 | cannot be understood at character 7: < 3",
                "1.5.2 | cannot be understood at character 4: .2",
                "1e400 | cannot be understood at character 2: e400",
                "1234567890123456789 | cannot be understood at character 19: 9",
                "0.1234567890123 | cannot be understood at character 15: 3",
                "Spend | cannot be understood at character 1: Spend",
                "sqrt(a) | there is no function “sqrt”",
                "if(a > b, c) | if() has the wrong number of parts: 2",
                "if(a > b, c, 1, 2) | if() has the wrong number of parts: 4",
                "abs(a, b) | abs() has the wrong number of parts: 2",
                "percent(a) | percent() has the wrong number of parts: 1",
                "cv(s_books) | cv() takes 2 parts",
                "in(a, 元) | in() takes a unit such as [元] second",
                "in(a) | “,” is expected at character 5: )",
                "previous(a, 0) | previous() takes 1 to 9 second",
                "previous(a, 10) | previous() takes 1 to 9 second",
                "previous(a + b) | “)” is expected at character 12: + b)",
                "sum(lonely.*) | “lonely” has no members",
                "sum(spend.*, primary) | “)” is expected at character 12: , primary)",
                "no_such | there is no “no_such”"
            })
    void anErrorSaysWhere(String text, String sentence) {
        var malformed = catchThrowableOfType(Malformed.class, () -> figures.parse(text));
        assertThat(malformed.sentence().en()).contains(sentence);
        assertThat(malformed.sentence().zh()).isNotBlank();
        assertThat(malformed).hasMessage(malformed.sentence().en());
    }

    @Test
    void nestingOfFiveThousandLevelsIsRefusedAtOnce() {
        for (var text :
                new String[] {"(".repeat(5000) + "1" + ")".repeat(5000), "(".repeat(1000) + "1" + ")".repeat(999)})
            assertTimeoutPreemptively(
                    QUICKLY, () -> assertThatThrownBy(() -> figures.parse(text)).isInstanceOf(Malformed.class));
    }

    @Test
    void nestingIsAllowedToFortyLevels() {
        assertThat(figures.parse("(".repeat(39) + "a" + ")".repeat(39)).number(figures))
                .isEqualTo(Exact.of(12));
        assertThatThrownBy(() -> figures.parse("(".repeat(40) + "a" + ")".repeat(40)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("deeper than 40 levels");
    }

    @Test
    void twoThousandAndOneCharactersAreRefused() {
        assertThat(figures.parse("1" + " ".repeat(1999)).number(figures)).isEqualTo(Exact.ONE);
        assertThatThrownBy(() -> figures.parse("1" + " ".repeat(2000)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("longer than 2000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1+", "1 and ", "--", "not "})
    void aLongChainIsReadQuickly(String link) {
        var chain = link.repeat(900 / link.length());
        assertTimeoutPreemptively(QUICKLY, () -> {
            var read = figures.parse(chain + (link.contains("and") || link.contains("not") ? "1 = 1" : "1"));
            assertThat(figures.parse(read.toString())).isEqualTo(read);
        });
    }
}
