package pingheng.framework;

import java.math.BigDecimal;
import pingheng.people.Level;
import pingheng.problem.Sentence;

/**
 * What a framework says of itself: for which level it is, what its points must add up to, its roundings, and by which rules its
 * formulas are read.
 */
public record Settings(
        String code,
        int version,
        Sentence title,
        Level level,
        boolean official,
        Sums sums,
        int scoreDecimals,
        int placeDecimals,
        boolean rescaleNotApplicable,
        int rules) {

    /** What must come out when the table is added up: 57 = 28 + 29, 100 points, and 5 for deliberation. */
    public record Sums(int points, int qualitative, int quantitative, BigDecimal total, BigDecimal deliberation) {}
}
