package pingheng.framework.rule;

import java.math.BigDecimal;
import pingheng.problem.Sentence;

/** What becomes of a point on one layer. */
public sealed interface Outcome {
    /** A score in points, rounded once to the declared decimals; never negative. */
    record Scored(BigDecimal score) implements Outcome {
        public Scored {
            if (score.signum() < 0) throw new IllegalArgumentException("a negative score: " + score);
        }
    }

    /** The point does not apply to the unit; a framework that gives full marks for that scores it. */
    record NotApplicable(Sentence why) implements Outcome {}

    /**
     * There is no score yet, and why: a figure is missing, a sample is too small, nobody has judged. {@code why} is what results keep;
     * what the rule lacks is for people, who do not know figures by their codes.
     */
    record Undecided(Sentence why, Lacking lacking) implements Outcome {
        public Undecided(Sentence why) {
            this(why, Lacking.NOTHING);
        }
    }
}
