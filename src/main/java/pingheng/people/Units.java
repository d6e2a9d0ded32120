package pingheng.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pingheng.value.UnitCode;

/** The units of a round, by code. */
public final class Units {
    private final Map<UnitCode, Unit> byCode = new LinkedHashMap<>();
    private final Map<String, Integer> namesakes = new HashMap<>();

    public Units(Collection<Unit> units) {
        for (var unit : units) {
            byCode.put(unit.code(), unit);
            namesakes.merge(unit.name(), 1, Integer::sum);
        }
    }

    public List<Unit> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Unit> find(UnitCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The units of a level, by code. */
    public List<Unit> of(Level level) {
        return byCode.values().stream()
                .filter(unit -> unit.level() == level)
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    /** The name, with its city before it where the name alone would not tell the unit: 汕尾市城区. */
    public String clearName(Unit unit) {
        boolean clear = namesakes.getOrDefault(unit.name(), 1) == 1 && !GENERIC.contains(unit.name());
        if (clear || unit.parent() == null) return unit.name();
        return find(unit.parent()).map(Unit::name).orElse("") + unit.name();
    }

    /** Names that are a kind of place rather than a name. */
    private static final List<String> GENERIC = List.of("城区", "郊区", "矿区", "市辖区");
}
