package pingheng.framework.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.framework.formula.Exact;

class ClauseTest {
    private static final Exact HALF = Exact.of("0.5");

    @Test
    void everyKindOfRuleTellsItself() {
        told(new Rule.Elements(List.of(HALF, HALF)), "共 2 项要素，各得 0.5 分", "2 elements at 0.5 points");
        told(new Rule.Elements(List.of(HALF, Exact.ONE)), "共 2 项要素，各得 0.5/1 分", "2 elements at 0.5/1 points");
        told(new Rule.Deductions(List.of(HALF)), "满分 2 分，每发现一例扣 0.5 分，扣完为止", "2 points, less 0.5 a case, down to zero");
        told(new Rule.Counted(HALF), "满分 2 分，每计一项扣 0.5 分，扣完为止", "2 points, less 0.5 for each counted, down to zero");
        told(
                new Rule.Threshold(Limit.parse(">= 1"), List.of(new Rule.Step(Limit.parse(">= 0.98"), Exact.ONE))),
                "≥ 1 得 2 分，≥ 0.98 得 1 分，否则不得分",
                "≥ 1 earns 2, ≥ 0.98 earns 1, otherwise nothing");
        told(
                new Rule.Linear(Limit.parse(">= 95%"), Limit.parse("<= 90%")),
                "≥ 95% 得满分 2 分，至 90% 降为 0 分，其间按直线计分",
                "≥ 95% earns all 2 points, falling straight to none at 90%");
        told(
                new Rule.PerPoint(Limit.parse(">= 95%"), HALF),
                "≥ 95% 得满分 2 分，每偏离 1 个单位（百分点）扣 0.5 分，扣完为止",
                "≥ 95% earns all 2 points, less 0.5 for each unit (percentage point) away, down to zero");
        told(
                new Rule.Proportional(Limit.parse(">= 85%")),
                "≥ 85% 得满分 2 分，不足的按 数值 ÷ 85% × 分值 计",
                "≥ 85% earns all 2 points, less than that in the proportion value / 85%");
        var tiers = List.of(new Rule.Tier(Exact.of(25), Exact.of(2)), new Rule.Tier(Exact.of(100), Exact.ONE));
        told(
                new Rule.Rank(true, tiers),
                "在本区域内由高到低排名，前 25% 得 2 分，前 100% 得 1 分",
                "ranked in the region, high first: the first 25% earn 2, the first 100% earn 1");
        told(
                new Rule.Rank(false, tiers),
                "在本区域内由低到高排名，前 25% 得 2 分，前 100% 得 1 分",
                "ranked in the region, low first: the first 25% earn 2, the first 100% earn 1");
        told(
                new Rule.Bands(List.of(new Rule.Band(Exact.of("1.5"), Exact.of(2)), new Rule.Band(HALF, Exact.ONE))),
                "由评审在 0.5 至 2 分之间评判",
                "judged between 0.5 and 2 points");
    }

    private static void told(Rule rule, String zh, String en) {
        var clause = Clause.of(new Part("1", Exact.of(2), rule, null, Part.Conditions.NONE));
        assertThat(clause.zh()).isEqualTo(zh);
        assertThat(clause.en()).isEqualTo(en);
    }
}
