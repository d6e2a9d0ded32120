package pingheng.result.release;

import java.math.BigDecimal;
import java.util.List;

/** The value in the middle, exact; of an even number of values half-way between the two in the middle. */
public final class Median {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Median() {}

    public static BigDecimal of(List<BigDecimal> values) {
        if (values.isEmpty()) throw new IllegalArgumentException("no values");
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).multiply(HALF);
    }
}
