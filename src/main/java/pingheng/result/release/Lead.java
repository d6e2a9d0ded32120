package pingheng.result.release;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import pingheng.figure.undecided.Explanation;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.problem.Sentence;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.UnitResult;
import pingheng.result.arithmetic.Places.Placed;
import pingheng.value.UnitCode;

/** What to look at before a release: of which unit, and what. */
public record Lead(Unit unit, Sentence what) {
    /** Whose figure counts with two values; then level by level who sent nothing, whose supplement or points are open, and who share a place. */
    static List<Lead> of(
            Map<Level, LevelResult> results, Map<UnitCode, Boolean> submitted, List<Discrepancy> discrepancies) {
        var leads = new ArrayList<Lead>();
        for (var one : discrepancies) leads.add(new Lead(one.unit(), one.told()));
        for (var result : results.values()) {
            var explanation = Explanation.of(result.framework());
            for (var unit : result.units()) open(unit, submitted, explanation, leads);
            shared(result, leads);
        }
        return leads;
    }

    private static void open(
            UnitResult unit, Map<UnitCode, Boolean> submitted, Explanation explanation, List<Lead> leads) {
        var code = unit.unit().code();
        if (!submitted.containsKey(code)) {
            leads.add(new Lead(unit.unit(), new Sentence("没有报送", "has not submitted anything")));
            return;
        }
        if (submitted.getOrDefault(code, false))
            leads.add(new Lead(unit.unit(), new Sentence("补充材料未报送", "a supplement is open")));
        unit.undecided(explanation).ifPresent(what -> leads.add(new Lead(unit.unit(), what)));
    }

    private static void shared(LevelResult result, List<Lead> leads) {
        var units = new HashMap<UnitCode, Unit>();
        for (var unit : result.units()) units.put(unit.unit().code(), unit.unit());
        for (var region : result.regions().values()) {
            var many = region.stream().collect(groupingBy(Placed::place, counting()));
            for (var placed : region)
                if (many.getOrDefault(placed.place(), 0L) > 1)
                    leads.add(new Lead(
                            Objects.requireNonNull(units.get(placed.code())),
                            Sentence.of("并列第 %1$d 名", "shares place %1$d", placed.place())));
        }
    }
}
