package pingheng.result.arithmetic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import pingheng.framework.rule.Outcome;
import pingheng.round.setting.Credibility;

/** How credible a self-evaluation is: an exact fraction of two sums of points over the sample checked on site. */
public record Factor(BigDecimal part, BigDecimal whole) {
    /** Refuses a negative part and a whole that is not positive. */
    public Factor {
        if (part.signum() < 0 || whole.signum() <= 0) throw new IllegalArgumentException(part + " of " + whole);
    }

    /**
     * The factor a method takes. The sample is the points scored both by self and on site; empty when the method is off,
     * there is no such point, or their self-scores add up to zero.
     *
     * <p>A and C: sum checked / sum self. B: 1 - sum |self - checked| / sum self, not below 0.
     */
    public static Optional<Factor> of(Credibility method, List<PointScore> points) {
        var self = BigDecimal.ZERO;
        var checked = BigDecimal.ZERO;
        var difference = BigDecimal.ZERO;
        for (var point : points) {
            if (point.judged().self() instanceof Outcome.Scored(var claimed)
                    && point.judged().onsite() instanceof Outcome.Scored(var found)) {
                self = self.add(claimed);
                checked = checked.add(found);
                difference = difference.add(claimed.subtract(found).abs());
            }
        }
        if (self.signum() == 0) return Optional.empty();
        return switch (method) {
            case OFF -> Optional.empty();
            case A, C -> Optional.of(new Factor(checked, self));
            case B -> Optional.of(new Factor(self.subtract(difference).max(BigDecimal.ZERO), self));
        };
    }

    /** Points times this factor, rounded once to the decimals of a score. */
    public BigDecimal times(BigDecimal points, Rounding rounding) {
        return rounding.quotient(points.multiply(part), whole);
    }
}
