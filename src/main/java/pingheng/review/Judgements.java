package pingheng.review;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pingheng.round.Layer;

/** The judgements of a round, by unit, point and layer. */
public final class Judgements {
    private final Map<String, Map<Layer, Judgement>> byPoint = new HashMap<>();

    public Optional<Judgement> find(String unit, String point, Layer layer) {
        return Optional.ofNullable(of(unit, point).get(layer));
    }

    /** What each layer said of the point. */
    public Map<Layer, Judgement> of(String unit, String point) {
        return byPoint.getOrDefault(key(unit, point), Map.of());
    }

    /** False when the layer has judged the point already. */
    boolean put(String unit, String point, Judgement judgement) {
        return byPoint.computeIfAbsent(key(unit, point), code -> new EnumMap<>(Layer.class))
                        .putIfAbsent(judgement.layer(), judgement)
                == null;
    }

    private static String key(String unit, String point) {
        return unit + " " + point;
    }
}
