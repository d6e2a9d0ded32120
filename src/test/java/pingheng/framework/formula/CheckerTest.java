package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {
    private final Known known = new Known();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "spend + cost; “spend” is in 万元, “cost” in 元",
                "kids / pop >= 85%; is in 1, “85%” in %",
                "rate > 0.85; “rate” is in %, “0.85” in 1",
                "kids + 1; “kids” is in 人",
                "if(is_poor, spend, cost); the units differ",
                "min(spend, cost); the units differ",
                "in(kids, [元]); cannot be turned into 元",
                "spend / kids; the divisor “kids” can be zero",
                "1 / delta; can be zero",
                "1 / (pop - pop); can be zero",
                "spend / sum(pupils); can be zero",
                "1 + is_poor; “is_poor” is a condition",
                "kids and is_poor; “kids” is a number",
                "if(kids, 1, 2); “kids” is a number",
                "tally(kids); “kids” is a number",
                "if(is_poor, is_poor, is_poor); must be numbers",
                "amount + 1[元]; is a figure of schools",
                "sum(amount + sum(amount)); cannot stand inside each other",
                "cv(amount, amount); pupils must be marked positive",
                "cv(-amount, pupils); must not be negative",
                "not kids; “kids” is a number"
            })
    void whatIsNotSafeIsRefused(String formula, String part) {
        assertThatThrownBy(() -> known.checked(formula))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spend / pop",
                "spend / (pop + kids)",
                "spend / (kids + pop)",
                "spend / (pop * pop)",
                "spend / max(kids, pop)",
                "spend / min(pop, 2[人])",
                "spend / 2",
                "if(kids > 0, spend / kids, 0)",
                "if(0 < kids, spend / kids, 0)",
                "if(kids >= 1[人], spend / kids, 0)",
                "if(kids <> 0, spend / kids, 0)",
                "if(kids = 0, 0, spend / kids)",
                "if(kids <= 0, 0, spend / kids)",
                "if(not (kids <= 0), spend / kids, 0)",
                "if(is_poor and kids > 0, spend / kids, 0)",
                "if(is_poor or kids <= 0, 0, spend / kids)",
                "if(delta > 0, 1 / delta, 0)",
                "if(sum(pupils) > 0, spend / sum(pupils), 0)",
                "spend / in(pop, [百人])",
                "sum(amount / pupils)",
                "cv(amount, pupils)",
                "cv(if(amount > 2[元], amount, 0), pupils)"
            })
    void aDivisionIsSafeWhenTheDivisorIsProvedPositive(String formula) {
        assertThatCode(() -> known.checked(formula)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if(kids >= 0, spend / kids, 0)",
                "if(kids > 0 or is_poor, spend / kids, 0)",
                "if(kids > 0, 0, spend / kids)",
                "if(delta <> 0, 1 / delta, 0)",
                "if(delta > -1, 1 / delta, 0)",
                "spend / max(kids, kids)",
                "spend / min(kids, pop)",
                "spend / abs(delta)",
                "spend / (pop * kids)",
                "spend / tally(is_poor)",
                "spend / count(amount > 0)",
                "if(kids < 5[人], spend / kids, 0)"
            })
    void aDivisionIsRefusedWhenTheProofDoesNotHold(String formula) {
        assertThatThrownBy(() -> known.checked(formula)).hasMessageContaining("can be zero");
    }

    @Test
    void aConditionOutsideTheFormulaIsKnownInside() {
        var applies = known.checked("kids > 0").expr();
        assertThatCode(() -> Checker.check(Parser.parse("spend / kids", known), applies))
                .doesNotThrowAnyException();
    }

    @Test
    void conditionsAreReadInTheirOrder() {
        assertThatCode(() -> known.checked("kids > 0 and spend / kids > 1[万元/人]"))
                .doesNotThrowAnyException();
        assertThatCode(() -> known.checked("kids = 0 or spend / kids > 1[万元/人]"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> known.checked("spend / kids > 1[万元/人] and kids > 0"))
                .isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "spend / pop; 万元/人",
                "percent(kids, pop); %",
                "kids / pop; ''",
                "percent(kids, pop) - rate; %",
                "in(spend / pop, [元/百人]); 元/百人",
                "sum(amount) / 2; 元",
                "count(amount > 0); ''",
                "0 + spend; 万元",
                "spend - 0; 万元"
            })
    void theUnitOfTheResultIsKnown(String formula, String unit) {
        assertThat(known.checked(formula).type().unit()).hasToString(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "pop; POSITIVE",
                "kids; NOT_NEGATIVE",
                "delta; ANY",
                "pop + kids; POSITIVE",
                "kids + kids; NOT_NEGATIVE",
                "kids + delta * 1[人]; ANY",
                "pop - kids; ANY",
                "abs(delta); NOT_NEGATIVE",
                "abs(pop); POSITIVE",
                "0; NOT_NEGATIVE",
                "-1; ANY",
                "sum(pupils); NOT_NEGATIVE",
                "sum(-amount); ANY"
            })
    void theSignOfTheResultIsKnown(String formula, Type.Sign sign) {
        assertThat(known.checked(formula).type().sign()).isEqualTo(sign);
    }
}
