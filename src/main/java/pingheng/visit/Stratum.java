package pingheng.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import pingheng.people.Level;
import pingheng.people.Unit;

/** Units of one level in one region, of which so many are drawn together. */
public record Stratum(Level level, String region, List<Unit> units) {
    /** As forms and tables name it. */
    public String code() {
        return level.code() + "/" + region;
    }

    /** The strata that these units fall into, in the order of the units. */
    static List<Stratum> of(List<Unit> units) {
        var strata = new LinkedHashMap<String, Stratum>();
        for (var unit : units) {
            var stratum = new Stratum(unit.level(), unit.region(), new ArrayList<>());
            strata.computeIfAbsent(stratum.code(), code -> stratum).units.add(unit);
        }
        return List.copyOf(strata.values());
    }
}
