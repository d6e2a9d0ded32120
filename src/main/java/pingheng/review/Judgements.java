package pingheng.review;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pingheng.review.Judgement.Decision;
import pingheng.round.Layer;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** The judgements of a round, by unit, point and layer. */
public final class Judgements {
    private final Map<UnitCode, Map<PointCode, Map<Layer, Judgement>>> byUnit = new HashMap<>();

    public Optional<Judgement> find(UnitCode unit, PointCode point, Layer layer) {
        return Optional.ofNullable(of(unit).getOrDefault(point, Map.of()).get(layer));
    }

    /** What each layer said of the points of a unit, by the code of the point. */
    public Map<PointCode, Map<Layer, Judgement>> of(UnitCode unit) {
        return byUnit.getOrDefault(unit, Map.of());
    }

    /** The same judgements under other codes of units (new to old). */
    public Judgements renamed(Map<UnitCode, UnitCode> units) {
        var renamed = new Judgements();
        units.forEach((unit, old) -> renamed.byUnit.put(unit, of(old)));
        return renamed;
    }

    /** The judgements of a point, but for the layer, which decides so and gives no marks. */
    public Judgements as(UnitCode unit, PointCode point, Layer layer, Decision decision) {
        var as = new Judgements();
        as.put(unit, point, new Judgement(layer, decision, List.of(), null, null, "", ""));
        of(unit).getOrDefault(point, Map.of()).values().forEach(one -> as.put(unit, point, one));
        return as;
    }

    /** False when the layer has judged the point already. */
    public boolean put(UnitCode unit, PointCode point, Judgement judgement) {
        return byUnit.computeIfAbsent(unit, code -> new HashMap<>())
                        .computeIfAbsent(point, code -> new EnumMap<>(Layer.class))
                        .putIfAbsent(judgement.layer(), judgement)
                == null;
    }
}
