package pingheng.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import pingheng.digest.Sha256;
import pingheng.people.Unit;
import pingheng.value.RoundCode;

/**
 * A draw that anybody can repeat with a calculator of SHA-256: within each stratum the units are ordered by the hash of seed, round
 * and code, and the first so many are drawn. Nobody can choose a unit without choosing the seed.
 */
record Draw(RoundCode round, String seed) {
    /** The name of this way to draw; another way gets another name. */
    static final String PROGRAM = "pingheng-draw 1: SHA-256(seed|round|code), ascending, within level and region";

    /** A unit in its place in the order of its stratum. */
    record Placed(Unit unit, int position, String hash, boolean drawn) {}

    /** All units in the order of their strata; of each stratum as many are drawn as asked, by its code. */
    List<Placed> of(List<Stratum> strata, Map<String, Integer> sizes) {
        var placed = new ArrayList<Placed>();
        for (var stratum : strata) {
            int size = sizes.getOrDefault(stratum.code(), 0);
            var ordered = stratum.units().stream()
                    .sorted(Comparator.comparing(this::hash))
                    .toList();
            for (int i = 0; i < ordered.size(); i++)
                placed.add(new Placed(ordered.get(i), i + 1, hash(ordered.get(i)), i < size));
        }
        return placed;
    }

    String hash(Unit unit) {
        return Sha256.of(seed + "|" + round + "|" + unit.code());
    }
}
