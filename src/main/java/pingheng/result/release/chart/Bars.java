package pingheng.result.release.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Sentence;

/** Bars one below the other, each as long of the whole length as its score is of its maximum. */
public record Bars(List<Bar> bars) {
    public static final int WIDTH = 360;
    public static final int WHOLE = 280;

    private static final int ROW = 44;

    /** What a bar tells; the median is null where there is none to compare with. */
    public record Given(
            Sentence title,
            BigDecimal score,
            BigDecimal maximum,
            @Nullable BigDecimal median) {
        /** Refuses a maximum of nothing. */
        public Given {
            if (maximum.signum() <= 0) throw new IllegalArgumentException(title + " of " + maximum);
        }
    }

    /** A bar: where its row begins, its length, and where the median stands. */
    public record Bar(
            Given given, int top, int length, @Nullable Integer median) {}

    public static Bars of(List<Given> all) {
        var bars = new ArrayList<Bar>();
        for (var given : all) {
            var median = given.median();
            bars.add(new Bar(
                    given,
                    bars.size() * ROW,
                    along(given.score(), given.maximum()),
                    median == null ? null : along(median, given.maximum())));
        }
        return new Bars(bars);
    }

    public int height() {
        return bars.size() * ROW;
    }

    /** Never outside the whole, also for a score below nought. */
    private static int along(BigDecimal value, BigDecimal maximum) {
        var length = value.multiply(BigDecimal.valueOf(WHOLE)).divide(maximum, 0, RoundingMode.HALF_UP);
        return length.max(BigDecimal.ZERO).min(BigDecimal.valueOf(WHOLE)).intValueExact();
    }
}
