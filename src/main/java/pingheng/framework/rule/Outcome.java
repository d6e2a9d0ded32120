package pingheng.framework.rule;

import java.math.BigDecimal;
import pingheng.problem.Sentence;

/** What becomes of a point on one layer. */
public sealed interface Outcome {
    /** A score in points, rounded once to the declared decimals. */
    record Scored(BigDecimal score) implements Outcome {}

    /** No part of the point applies to the unit. */
    record NotApplicable(Sentence why) implements Outcome {}

    /** There is no score yet, and why: a figure is missing, a sample is too small, nobody has judged. */
    record Undecided(Sentence why) implements Outcome {}
}
