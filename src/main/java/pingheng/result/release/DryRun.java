package pingheng.result.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pingheng.digest.Sha256;
import pingheng.people.Division;
import pingheng.people.Level;
import pingheng.problem.Sentence;
import pingheng.result.Evaluation;
import pingheng.result.Evaluator;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.RankingFile;
import pingheng.result.ResultFile;
import pingheng.result.arithmetic.Standing;

/** What a release would say now: the result, SHA-256 of its result.json, which says everything that counts, and what to look at before. */
public record DryRun(
        Evaluation evaluation,
        Map<Level, LevelResult> results,
        String ranking,
        String result,
        String digest,
        List<Lead> leads,
        List<RankingFile.Line> lines) {
    /** What to look at before a release: of which unit, and what. */
    public record Lead(Division unit, Sentence what) {}

    static DryRun of(Evaluation evaluation, Map<String, Boolean> submitted) {
        var results = Evaluator.evaluate(evaluation);
        var result = ResultFile.text(evaluation, results);
        var lines = RankingFile.lines(evaluation.divisions(), results);
        return new DryRun(
                evaluation,
                results,
                RankingFile.text(lines),
                result,
                Sha256.of(result),
                leads(results, submitted),
                lines);
    }

    public long placed() {
        return lines.stream().filter(line -> !line.place().isEmpty()).count();
    }

    private static List<Lead> leads(Map<Level, LevelResult> results, Map<String, Boolean> submitted) {
        var leads = new ArrayList<Lead>();
        results.values().forEach(result -> {
            for (var unit : result.units()) {
                var code = unit.unit().code();
                if (!submitted.containsKey(code))
                    leads.add(new Lead(unit.unit(), new Sentence("没有报送", "has not submitted anything")));
                else if (submitted.getOrDefault(code, false))
                    leads.add(new Lead(unit.unit(), new Sentence("补充材料未报送", "a supplement is open")));
                if (submitted.containsKey(code) && unit.standing() instanceof Standing.Undecided(var missing))
                    leads.add(new Lead(
                            unit.unit(),
                            Sentence.of(
                                    "还有 %1$d 处未定，第一处 %2$s：%3$s",
                                    "%1$d points are open, the first is %2$s: %4$s",
                                    missing.size(),
                                    missing.getFirst().code(),
                                    missing.getFirst().why().zh(),
                                    missing.getFirst().why().en())));
            }
            result.regions().values().forEach(placed -> {
                var shared = new HashMap<Integer, Integer>();
                placed.forEach(one -> shared.merge(one.place(), 1, Integer::sum));
                for (var unit : result.units()) {
                    int place = result.place(unit.unit());
                    boolean here = placed.stream()
                            .anyMatch(one -> one.code().equals(unit.unit().code()));
                    if (here && shared.getOrDefault(place, 0) > 1)
                        leads.add(new Lead(unit.unit(), Sentence.of("并列第 %1$d 名", "shares place %1$d", place)));
                }
            });
        });
        return leads;
    }
}
