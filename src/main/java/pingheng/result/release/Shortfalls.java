package pingheng.result.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import pingheng.framework.Point;
import pingheng.people.Level;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/**
 * Where units lost points in a result that is in force. Scores and places are those that were stored at the release, titles and maxima
 * those of the framework that the round is bound to: nothing is computed anew.
 */
@Service
public class Shortfalls {
    private final ReleaseStore store;
    private final Released released;
    private final Rounds rounds;

    Shortfalls(ReleaseStore store, Released released, Rounds rounds) {
        this.store = store;
        this.released = released;
        this.rounds = rounds;
    }

    /** A point on which the unit has less than the maximum; both in points. */
    public record Shortfall(PointCode point, Sentence title, BigDecimal score, BigDecimal maximum) {
        public BigDecimal lost() {
            return maximum.subtract(score);
        }
    }

    /** The unit as it was released, and where it lost points, the most first. */
    public record OfUnit(Release.OfUnit unit, List<Shortfall> shortfalls) {}

    /** Those of all units, by code; none before the release is in force. */
    public Map<UnitCode, OfUnit> of(HeldRound round) {
        if (released.inForce(round).isEmpty()) return Map.of();
        var stored = StoredResult.read(store.result(round));
        var points = points(round);
        var shortfalls = new HashMap<UnitCode, OfUnit>();
        for (var unit : store.units(round))
            shortfalls.put(
                    unit.unit(),
                    new OfUnit(unit, of(stored.of(unit.unit()), points.getOrDefault(unit.level(), List.of()))));
        return shortfalls;
    }

    /** The points of each level that the round evaluates. */
    private Map<Level, List<Point>> points(HeldRound round) {
        var points = new EnumMap<Level, List<Point>>(Level.class);
        for (var level : Level.EVALUATED)
            rounds.framework(round, level).ifPresent(framework -> points.put(level, framework.points()));
        return points;
    }

    private static List<Shortfall> of(Map<PointCode, BigDecimal> scores, List<Point> points) {
        var lost = new ArrayList<Shortfall>();
        for (var point : points) {
            var score = scores.get(point.code());
            var maximum = point.points().rounded(4);
            if (score != null && score.compareTo(maximum) < 0)
                lost.add(new Shortfall(point.code(), point.title(), score, maximum));
        }
        lost.sort(Comparator.comparing(Shortfall::lost).reversed().thenComparing(Shortfall::point));
        return lost;
    }
}
