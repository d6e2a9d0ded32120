package pingheng.result.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Sentence;
import pingheng.result.RankingFile;
import pingheng.result.UnitResult;
import pingheng.round.HeldRound;

/** Where units lost points in a result that is in force. */
@Service
public class Shortfalls {
    private final Releases releases;
    private final Released released;

    Shortfalls(Releases releases, Released released) {
        this.releases = releases;
        this.released = released;
    }

    /** A point on which the unit has less than the maximum; both in points. */
    public record Shortfall(String point, Sentence title, BigDecimal score, BigDecimal maximum) {
        public BigDecimal lost() {
            return maximum.subtract(score);
        }
    }

    /** The line of a unit in the ranking, and where it lost points, the most first. */
    public record OfUnit(RankingFile.Line line, List<Shortfall> shortfalls) {}

    /** Those of all units, by code; none before the release is in force. Computed anew, which must give what was released. */
    public Map<String, OfUnit> of(HeldRound round) {
        var release = released.inForce(round);
        if (release.isEmpty()) return Map.of();
        var run = releases.dryRun(round);
        if (!run.digest().equals(release.get().digest()))
            throw new IllegalStateException("the released result is not the one that can be computed");
        var lines = new HashMap<String, RankingFile.Line>();
        for (var line : run.lines()) lines.put(line.unit().code(), line);
        var shortfalls = new HashMap<String, OfUnit>();
        for (var level : run.results().values())
            for (var unit : level.units()) {
                var line = lines.get(unit.unit().code());
                if (line != null) shortfalls.put(unit.unit().code(), new OfUnit(line, of(unit)));
            }
        return shortfalls;
    }

    private static List<Shortfall> of(UnitResult unit) {
        var lost = new ArrayList<Shortfall>();
        for (var one : unit.points())
            if (one.counted().outcome() instanceof Outcome.Scored(var score)) {
                var maximum = one.point().points().rounded(4);
                if (score.compareTo(maximum) < 0)
                    lost.add(new Shortfall(one.point().code(), one.point().title(), score, maximum));
            }
        lost.sort(Comparator.comparing(Shortfall::lost).reversed().thenComparing(Shortfall::point));
        return lost;
    }
}
