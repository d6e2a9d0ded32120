package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private final Known known = new Known(
                    new Known().with("amount", "10").with("pupils", "5"),
                    new Known().with("amount", "2").with("pupils", "3"))
            .with("kids", "850")
            .with("pop", "1000")
            .with("previous(pop)", "900")
            .with("previous(pop, 2)", "800")
            .with("spend.primary", "3")
            .with("spend.junior", "4")
            .with("is_poor", "1")
            .with("delta", "-2");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + 2 * 3; 7",
                "(1 + 2) * 3; 9",
                "10 - 4 - 3; 3",
                "12 / 4 / 3; 1",
                "-2 * -3; 6",
                "--5; 5",
                "2 - -3; 5",
                "percent(kids, pop); 85",
                "kids / pop; 0.85",
                "pop - previous(pop); 100",
                "pop - previous(pop, 2); 200",
                "sum(spend.*); 7",
                "in(spend.primary, [元]); 30000",
                "min(3, 1, 2); 1",
                "max(3, 5, 2); 5",
                "abs(delta); 2",
                "tally(kids > 1[人], pop > 2000[人], is_poor); 2",
                "if(is_poor, 1, 2); 1",
                "if(not is_poor, 1, 2); 2",
                "sum(amount); 12",
                "sum(amount, primary); 12",
                "count(amount > 5[元]); 1",
                "sum(if(amount > 5[元], 1, 0)); 1",
                "sum(pupils); 8"
            })
    void formulasAreReckoned(String formula, String expected) {
        assertThat(known.number(formula)).isEqualTo(Exact.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "kids < pop; true",
                "kids <= 850[人]; true",
                "kids > 850[人]; false",
                "kids >= 850[人]; true",
                "kids = 850[人]; true",
                "kids <> 850[人]; false",
                "is_poor and kids > pop; false",
                "is_poor or kids > pop; true",
                "not is_poor or kids < pop; true",
                "percent(kids, pop) >= 85%; true",
                "kids > 0; true"
            })
    void conditionsAreAsked(String formula, boolean expected) {
        assertThat(known.truth(formula)).isEqualTo(expected);
    }

    @Test
    void fullWidthSignsArePlainOnes() {
        assertThat(known.number("（１＋２）×３÷９")).isEqualTo(Exact.ONE);
        assertThat(known.truth("percent（kids，pop） ≥ 85％")).isTrue();
        assertThat(known.truth("kids ≠ pop and kids ≤ pop")).isTrue();
    }

    @Test
    void onlyWhatMattersIsComputed() {
        assertThat(known.number("if(is_poor, 1, rate / 1%)")).isEqualTo(Exact.ONE);
        assertThat(known.truth("is_poor or rate > 1%")).isTrue();
        assertThatThrownBy(() -> known.truth("is_poor and rate > 1%"))
                .isInstanceOfSatisfying(
                        Missing.class, missing -> assertThat(missing.name()).isEqualTo("rate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "percent(kids, pop) >= 85%",
                "if(is_poor and kids > 0, 1, 2)",
                "1 - (2 - 3)",
                "2 * (3 + 4) / 5",
                "not (is_poor or kids < pop)",
                "in(spend.primary, [元]) - 2[元]",
                "sum(amount, primary) / 2",
                "cv(amount, pupils)",
                "tally(is_poor, kids > pop)",
                "-(1 + 2)",
                "previous(pop, 3)"
            })
    void whatIsPrintedReadsAsTheSameFormula(String formula) {
        var expr = known.checked(formula).expr();

        assertThat(known.checked(expr.toString()).expr()).isEqualTo(expr);
        assertThat(expr).hasToString(formula);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 +; not finished",
                "1 2; character 3: 2",
                "(1; “)” is expected",
                "kids $ pop; character 6: $ pop",
                "nobody; no figure “nobody”",
                "sqrt(2); no function “sqrt”",
                "if(is_poor, 1); wrong number of parts",
                "abs(1, 2); wrong number of parts",
                "previous(pop, 0); 1 to 9",
                "previous(pop, 12); 1 to 9",
                "in(spend, 5); a unit such as",
                "cv(amount); takes 2 parts",
                "sum(kids.*); no members",
                "1e400; character 2"
            })
    void whatCannotBeReadSaysWhere(String formula, String part) {
        assertThatThrownBy(() -> Parser.parse(formula, known))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(part);
    }

    @Test
    void deepAndLongFormulasAreRefusedAtOnce() {
        assertThatThrownBy(() -> Parser.parse("(".repeat(900) + "1" + ")".repeat(900), known))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("deeper than 40");
        assertThatThrownBy(() -> Parser.parse("(".repeat(5000) + "1" + ")".repeat(5000), known))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("longer than 2000");
        assertThatThrownBy(() -> Parser.parse("1" + "+1".repeat(1000), known)).hasMessageContaining("longer");
        assertThat(known.number("1" + "+1".repeat(999))).isEqualTo(Exact.of(1000));
        assertThat(known.number("(".repeat(38) + "1" + ")".repeat(38))).isEqualTo(Exact.ONE);
    }
}
