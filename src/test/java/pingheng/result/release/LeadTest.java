package pingheng.result.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.people.Level;
import pingheng.result.EvaluationFolder;
import pingheng.result.Evaluator;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.arithmetic.Places.Placed;
import pingheng.value.UnitCode;

class LeadTest {
    private static final Map<Level, LevelResult> RESULTS = Evaluator.evaluate(EvaluationFolder.read(App.PROVINCE));

    private final Map<UnitCode, Boolean> submitted = new HashMap<>();

    LeadTest() {
        for (var result : RESULTS.values())
            for (var unit : result.units()) submitted.put(unit.unit().code(), false);
    }

    @Test
    void thereIsNothingToLookAtWhereAllIsSentAndDecidedAndNobodySharesAPlace() {
        assertThat(Lead.of(RESULTS, submitted, List.of())).isEmpty();
    }

    @Test
    void whoSentNothingAndWhoseSupplementIsOpenAreTold() {
        submitted.remove(new UnitCode("440103"));
        submitted.put(new UnitCode("440113"), true);

        assertThat(Lead.of(RESULTS, submitted, List.of()))
                .extracting(lead -> lead.unit().code() + " " + lead.what().zh())
                .containsExactly("440103 没有报送", "440113 补充材料未报送");
    }

    @Test
    void thoseWhoShareAPlaceAreToldWhichOne() {
        var county = Objects.requireNonNull(RESULTS.get(Level.COUNTY));
        var places = List.of(
                new Placed(new UnitCode("440103"), BigDecimal.TEN, 1),
                new Placed(new UnitCode("440104"), BigDecimal.TWO, 2),
                new Placed(new UnitCode("440105"), BigDecimal.TWO, 2),
                new Placed(new UnitCode("440106"), BigDecimal.ONE, 4));
        var shared = new EnumMap<Level, LevelResult>(Level.class);
        shared.put(
                Level.COUNTY,
                new LevelResult(county.framework(), county.scorer(), county.units(), Map.of("珠三角", places)));

        assertThat(Lead.of(shared, submitted, List.of()))
                .extracting(lead -> lead.unit().code() + " " + lead.what().zh())
                .containsExactly("440104 并列第 2 名", "440105 并列第 2 名");
    }
}
