package pingheng.result;

import java.util.List;
import java.util.Map;
import pingheng.deliberation.Committee;
import pingheng.figure.Figures;
import pingheng.framework.Framework;
import pingheng.people.Level;
import pingheng.people.Unit;
import pingheng.people.Units;
import pingheng.problem.Sentence;
import pingheng.review.Judgements;
import pingheng.round.Round;
import pingheng.value.UnitCode;

/** Everything an evaluation is computed from: the round, its units, and for each level what was measured and judged. */
public record Evaluation(Round round, Units units, Map<Level, OfLevel> levels) {
    /** What was measured and judged for the units of one level. */
    public record OfLevel(
            Framework framework,
            Figures figures,
            Judgements judgements,
            Committee committee,
            Map<UnitCode, List<Invoked>> invoked) {}

    /** A judged adjustment that applies to a unit, by its code, and why. */
    public record Invoked(String code, Sentence reason) {}

    /** The units of a level, by code. */
    public List<Unit> units(Level level) {
        return units.of(level);
    }
}
