package pingheng.review;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pingheng.round.Layer;

/** The judgements of a round, by unit, point and layer. */
public final class Judgements {
    private final Map<String, Map<String, Map<Layer, Judgement>>> byUnit = new HashMap<>();

    public Optional<Judgement> find(String unit, String point, Layer layer) {
        return Optional.ofNullable(of(unit).getOrDefault(point, Map.of()).get(layer));
    }

    /** What each layer said of the points of a unit, by the code of the point. */
    public Map<String, Map<Layer, Judgement>> of(String unit) {
        return byUnit.getOrDefault(unit, Map.of());
    }

    /** The same judgements under other codes of units (new to old). */
    public Judgements renamed(Map<String, String> units) {
        var renamed = new Judgements();
        units.forEach((unit, old) -> renamed.byUnit.put(unit, of(old)));
        return renamed;
    }

    /** False when the layer has judged the point already. */
    public boolean put(String unit, String point, Judgement judgement) {
        return byUnit.computeIfAbsent(unit, code -> new HashMap<>())
                        .computeIfAbsent(point, code -> new EnumMap<>(Layer.class))
                        .putIfAbsent(judgement.layer(), judgement)
                == null;
    }
}
