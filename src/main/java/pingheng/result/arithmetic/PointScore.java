package pingheng.result.arithmetic;

import java.math.BigDecimal;
import pingheng.framework.rule.Outcome;
import pingheng.value.PointCode;

/** What counts for one point of one unit: its code, the index of its aspect, its maximum, and what each layer said. */
public record PointScore(PointCode point, int aspect, BigDecimal maximum, Outcome outcome, Judged judged) {
    /** Refuses a maximum that is not positive and a score above it. */
    public PointScore {
        if (maximum.signum() <= 0) throw new IllegalArgumentException(point + " of " + maximum + " points");
        if (outcome instanceof Outcome.Scored(var score) && score.compareTo(maximum) > 0)
            throw new IllegalArgumentException(point + " of at most " + maximum + ": " + outcome);
    }
}
