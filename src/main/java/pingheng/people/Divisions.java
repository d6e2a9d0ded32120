package pingheng.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units of a round, by code. */
public final class Divisions {
    private final Map<String, Division> byCode = new LinkedHashMap<>();
    private final Map<String, Integer> namesakes = new HashMap<>();

    public Divisions(Collection<Division> divisions) {
        for (var division : divisions) {
            byCode.put(division.code(), division);
            namesakes.merge(division.name(), 1, Integer::sum);
        }
    }

    public List<Division> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Division> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The units of a level, by code. */
    public List<Division> of(Level level) {
        return byCode.values().stream()
                .filter(division -> division.level() == level)
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    /** The name, with its city before it where the name alone would not tell the unit: 汕尾市城区. */
    public String clearName(Division division) {
        boolean clear = namesakes.getOrDefault(division.name(), 1) == 1 && !GENERIC.contains(division.name());
        if (clear || division.parent() == null) return division.name();
        return find(division.parent()).map(Division::name).orElse("") + division.name();
    }

    /** Names that are a kind of place rather than a name. */
    private static final List<String> GENERIC = List.of("城区", "郊区", "矿区", "市辖区");
}
