package pingheng.value.number;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The score 分 that somebody gives a point or claims for it, in points: never below 0, with four decimals at most, as it is kept. Equal
 * to another that is as high, whatever zeros follow. What a rule comes to is no such score: it is computed exactly and rounded once.
 */
public record Score(BigDecimal points) implements Comparable<Score> {
    /** What is kept behind the point. */
    public static final int DECIMALS = 4;

    public Score {
        if (!fits(points)) throw new IllegalArgumentException("no score: " + points);
    }

    /** Whether a number can be a score. */
    public static boolean fits(BigDecimal points) {
        return points.signum() >= 0 && points.stripTrailingZeros().scale() <= DECIMALS;
    }

    /** The score of a number that was kept, none where there is none. */
    public static @Nullable Score orNull(@Nullable BigDecimal points) {
        return points == null ? null : new Score(points);
    }

    @Override
    public int compareTo(Score other) {
        return points.compareTo(other.points);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Score score && points.compareTo(score.points) == 0;
    }

    @Override
    public int hashCode() {
        return points.stripTrailingZeros().hashCode();
    }

    /** Plain, without zeros at the end. */
    @Override
    public String toString() {
        return points.stripTrailingZeros().toPlainString();
    }
}
