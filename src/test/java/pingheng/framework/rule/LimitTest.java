package pingheng.framework.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;
import pingheng.framework.formula.MeasureUnit;
import pingheng.framework.formula.Relation;

class LimitTest {
    @Test
    void aLineIsARelationANumberAndAUnit() {
        assertThat(Limit.parse(">= 85%")).isEqualTo(new Limit(Relation.AT_LEAST, Exact.of(85), MeasureUnit.PERCENT));
        assertThat(Limit.parse("≤－0.5％")).isEqualTo(new Limit(Relation.AT_MOST, Exact.of("-0.5"), MeasureUnit.PERCENT));
        assertThat(Limit.parse("< 19[人/名]"))
                .isEqualTo(new Limit(Relation.LESS, Exact.of(19), MeasureUnit.parse("人/名")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"85%", "= 85%", "<> 3", ">= spend", ">= value + 1", ">= previous(value)", ">=", ">= 1 and 2 > 1"
            })
    void whatIsNoLineIsRefused(String text) {
        assertThatThrownBy(() -> Limit.parse(text)).isInstanceOf(Malformed.class);
    }

    @Test
    void aLineKnowsWhichWayIsBetter() {
        assertThat(Limit.parse(">= 1").high()).isTrue();
        assertThat(Limit.parse("> 1").high()).isTrue();
        assertThat(Limit.parse("<= 1").high()).isFalse();
        assertThat(Limit.parse("< 1").high()).isFalse();
    }

    @Test
    void aLineIsEasierWhenItLooksTheSameWayAndAsksLess() {
        assertThat(Limit.parse(">= 1").easierThan(Limit.parse(">= 2"))).isTrue();
        assertThat(Limit.parse(">= 2").easierThan(Limit.parse(">= 2"))).isFalse();
        assertThat(Limit.parse("<= 2").easierThan(Limit.parse("<= 1"))).isTrue();
        assertThat(Limit.parse("<= 2").easierThan(Limit.parse("<= 2"))).isFalse();
        assertThat(Limit.parse("<= 1").easierThan(Limit.parse(">= 2"))).isFalse();
    }

    @Test
    void aLineIsToldWithItsUnit() {
        assertThat(Limit.parse(">= 85%")).hasToString("≥ 85%");
        assertThat(Limit.parse("<= 0.5")).hasToString("≤ 0.5");
        assertThat(Limit.parse("> 19[人/名]")).hasToString("> 19 人/名");
    }
}
