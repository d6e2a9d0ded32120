package pingheng.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
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

    /** The same judgements under other codes of units (new to old). */
    public Judgements renamed(Map<String, String> units) {
        var news = new HashMap<String, List<String>>();
        units.forEach((unit, old) ->
                news.computeIfAbsent(old, code -> new ArrayList<>()).add(unit));
        var renamed = new Judgements();
        byPoint.forEach((key, said) -> {
            int space = key.indexOf(' ');
            for (var unit : news.getOrDefault(key.substring(0, space), List.of()))
                renamed.byPoint.put(unit + key.substring(space), said);
        });
        return renamed;
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
