package pingheng.framework.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitTest {
    @Test
    void unitsMultiplyAndCancel() {
        var perHead = Unit.parse("万元").per(Unit.parse("人"));
        assertThat(perHead).isEqualTo(Unit.parse("万元/人")).hasToString("万元/人");
        assertThat(perHead.times(Unit.parse("人"))).isEqualTo(Unit.parse("万元"));
        assertThat(Unit.parse("人").per(Unit.parse("人")).bare()).isTrue();
        assertThat(Unit.parse("元").times(Unit.parse("元"))).hasToString("元·元");
        assertThat(Unit.parse("元").per(Unit.parse("人·年"))).hasToString("元/人/年");
    }

    @Test
    void aMultipleConverts() {
        assertThat(Unit.parse("万元").factorTo(Unit.parse("元"))).isEqualTo(Exact.of(10000));
        assertThat(Unit.parse("元").factorTo(Unit.parse("亿元"))).isEqualTo(Exact.of("0.00000001"));
        assertThat(Unit.parse("间/人").factorTo(Unit.parse("间/百人"))).isEqualTo(Exact.of(100));
        assertThat(Unit.NONE.factorTo(Unit.PERCENT)).isEqualTo(Exact.of(100));
        assertThat(Unit.parse("百分点").factorTo(Unit.PERCENT)).isEqualTo(Exact.ONE);
        assertThat(Unit.parse("万元").factorTo(Unit.parse("万元"))).isEqualTo(Exact.ONE);
    }

    @Test
    void whatDoesNotConvertHasNoFactor() {
        assertThat(Unit.parse("元").factorTo(Unit.parse("人"))).isEqualTo(Exact.ZERO);
        assertThat(Unit.parse("名").factorTo(Unit.parse("人"))).isEqualTo(Exact.ZERO);
    }

    @Test
    void tenThousandYuanAreNotYuanAndPercentIsNoBareNumber() {
        assertThat(Unit.parse("万元")).isNotEqualTo(Unit.parse("元"));
        assertThat(Unit.PERCENT).isNotEqualTo(Unit.NONE);
        assertThat(Unit.parse("1").bare()).isTrue();
    }
}
