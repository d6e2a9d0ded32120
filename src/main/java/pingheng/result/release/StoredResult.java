package pingheng.result.release;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import pingheng.result.file.ResultFile;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/**
 * A {@code result.json} as a release stored it: the score that counts on each point, by unit and point, in their order. It is read and
 * never computed anew, so that no later program can make it say something else.
 */
record StoredResult(Map<UnitCode, Map<PointCode, BigDecimal>> units) {
    /** A point without a score, open or not applicable, is left out. */
    static StoredResult read(String text) {
        var units = new HashMap<UnitCode, Map<PointCode, BigDecimal>>();
        for (var level : ResultFile.read(text).levels())
            for (var unit : level.units()) units.put(unit.code(), scores(unit));
        return new StoredResult(units);
    }

    /** The scores of a unit; none for one that is not in the result. */
    Map<PointCode, BigDecimal> of(UnitCode unit) {
        return units.getOrDefault(unit, Map.of());
    }

    private static Map<PointCode, BigDecimal> scores(ResultFile.OfUnit unit) {
        var scores = new LinkedHashMap<PointCode, BigDecimal>();
        for (var point : unit.points()) {
            var score = point.counted().score();
            if (score != null) scores.put(point.point(), score.value());
        }
        return scores;
    }
}
