package pingheng.result.release;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pingheng.digest.Sha256;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.result.Dossier;
import pingheng.result.Evaluation;
import pingheng.result.Evaluator;
import pingheng.result.Evaluator.LevelResult;
import pingheng.result.RankingFile;
import pingheng.result.UnitResult;
import pingheng.result.file.ResultFile;
import pingheng.value.UnitCode;

/** What a release would say now: the result, SHA-256 of its result.json, which says everything that counts, and what to look at before. */
public record DryRun(
        Evaluation evaluation,
        Map<Level, LevelResult> results,
        Map<UnitCode, UnitResult> units,
        String ranking,
        String result,
        String digest,
        List<Lead> leads,
        List<Discrepancy> discrepancies,
        List<RankingFile.Line> lines) {
    static DryRun of(Evaluation evaluation, Map<UnitCode, Boolean> submitted) {
        var results = Evaluator.evaluate(evaluation);
        var units = new HashMap<UnitCode, UnitResult>();
        results.values()
                .forEach(level ->
                        level.units().forEach(unit -> units.put(unit.unit().code(), unit)));
        var discrepancies = Discrepancy.of(evaluation, results);
        var result = ResultFile.text(evaluation, results);
        var lines = RankingFile.lines(evaluation.units(), results);
        return new DryRun(
                evaluation,
                results,
                units,
                RankingFile.text(lines),
                result,
                Sha256.of(result),
                Lead.of(results, submitted, discrepancies),
                discrepancies,
                lines);
    }

    /** The aspects of all units that have a total. */
    List<Release.OfAspect> aspects() {
        return lines.stream()
                .flatMap(line -> Release.OfAspect.of(unit(line.unit())).stream())
                .toList();
    }

    /** How each score of a unit that has a line came about. */
    Dossier dossier(Unit unit) {
        var of = evaluation.levels().get(unit.level());
        var level = results.get(unit.level());
        if (of == null || level == null) throw new IllegalStateException("no result for " + unit.level());
        return Dossier.of(of, level, unit(unit));
    }

    private UnitResult unit(Unit unit) {
        var result = units.get(unit.code());
        if (result == null) throw new IllegalStateException("no result for " + unit);
        return result;
    }
}
