package pingheng.result.release;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A {@code result.json} as a release stored it: the score that counts on each point, by unit and point, in their order. It is read and
 * never computed anew, so that no later program can make it say something else. Its sentences and fields of later formats are passed over.
 */
record StoredResult(Map<String, Map<String, BigDecimal>> units) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A point without a score, open or not applicable, is left out. */
    static StoredResult read(String text) {
        var units = new HashMap<String, Map<String, BigDecimal>>();
        for (var level : JSON.readTree(text).path("levels"))
            for (var unit : level.path("units")) units.put(unit.path("code").asString(), scores(unit));
        return new StoredResult(units);
    }

    /** The scores of a unit; none for one that is not in the result. */
    Map<String, BigDecimal> of(String unit) {
        return units.getOrDefault(unit, Map.of());
    }

    private static Map<String, BigDecimal> scores(JsonNode unit) {
        var scores = new LinkedHashMap<String, BigDecimal>();
        for (var point : unit.path("points"))
            if (point.has("score"))
                scores.put(
                        point.path("point").asString(),
                        new BigDecimal(point.path("score").asString()));
        return scores;
    }
}
