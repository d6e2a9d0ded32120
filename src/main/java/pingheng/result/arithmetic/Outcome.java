package pingheng.result.arithmetic;

import java.math.BigDecimal;
import pingheng.problem.Sentence;

/** What is said of one point: a score, or that the point does not apply to the unit, or that it is still open. */
public sealed interface Outcome {
    /** A score in points, already rounded; never negative. */
    record Scored(BigDecimal score) implements Outcome {
        public Scored {
            if (score.signum() < 0) throw new IllegalArgumentException("a negative score: " + score);
        }
    }

    /** The point does not apply and its points are spread over the others; a framework that gives full marks scores it. */
    record NotApplicable() implements Outcome {}

    /** There is no score yet, and why; the unit has no total until there is one. */
    record Open(Sentence why) implements Outcome {}
}
