package pingheng.framework;

import java.math.BigDecimal;
import pingheng.problem.Sentence;

/** A grade 等第 and the total from which it is given; it reaches up to the next one. */
public record Grade(BigDecimal from, Sentence title) {}
