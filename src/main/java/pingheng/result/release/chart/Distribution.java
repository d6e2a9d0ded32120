package pingheng.result.release.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.result.release.Median;

/** Totals along a line from the lowest to the highest: a dot a unit, those that are near stacked on each other, mine on top. */
public record Distribution(List<Dot> dots, @Nullable Axis axis, int height, int open) {
    public static final int WIDTH = 360;
    public static final int DOT = 10;

    private static final int COLUMNS = WIDTH / DOT;
    private static final int TALLEST = 120;

    /** A unit, its total if it has one, and whether it is to stand out. */
    public record Given(String name, @Nullable BigDecimal total, boolean mine) {}

    /** The centre of a dot. */
    public record Dot(Given given, int x, int y) {}

    /** What is written on the line, and where the median stands. */
    public record Axis(BigDecimal lowest, BigDecimal median, BigDecimal highest, int at) {
        /** Whether all totals are equal. */
        public boolean single() {
            return lowest.compareTo(highest) == 0;
        }
    }

    public static Distribution of(List<Given> all) {
        var totals = all.stream()
                .flatMap(given -> Stream.ofNullable(given.total()))
                .sorted()
                .toList();
        int open = all.size() - totals.size();
        if (totals.isEmpty()) return new Distribution(List.of(), null, 0, open);

        var lowest = totals.getFirst();
        var highest = totals.getLast();
        var median = Median.of(totals);
        var columns = columns(all, lowest, highest);
        int most = columns.stream().mapToInt(List::size).max().orElseThrow();
        int step = most == 1 ? DOT : Math.max(1, Math.min(DOT, (TALLEST - DOT) / (most - 1)));
        int height = DOT + (most - 1) * step;
        return new Distribution(
                dots(columns, height, step),
                new Axis(lowest, median, highest, centre(column(median, lowest, highest))),
                height,
                open);
    }

    private static List<List<Given>> columns(List<Given> all, BigDecimal lowest, BigDecimal highest) {
        var columns =
                Stream.<List<Given>>generate(ArrayList::new).limit(COLUMNS).toList();
        for (var given : all)
            if (given.total() != null)
                columns.get(column(given.total(), lowest, highest)).add(given);
        for (var column : columns) column.sort(Comparator.comparing(Given::mine));
        return columns;
    }

    /** From the line upwards; those to stand out come last, so that nothing is drawn over them. */
    private static List<Dot> dots(List<List<Given>> columns, int height, int step) {
        var dots = new ArrayList<Dot>();
        for (int i = 0; i < columns.size(); i++)
            for (int j = 0; j < columns.get(i).size(); j++)
                dots.add(new Dot(columns.get(i).get(j), centre(i), height - DOT / 2 - j * step));
        dots.sort(Comparator.comparing(dot -> dot.given().mine()));
        return dots;
    }

    /** The middle where all are equal. */
    private static int column(BigDecimal total, BigDecimal lowest, BigDecimal highest) {
        var range = highest.subtract(lowest);
        if (range.signum() == 0) return COLUMNS / 2;
        return total.subtract(lowest)
                .multiply(BigDecimal.valueOf(COLUMNS - 1))
                .divide(range, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static int centre(int column) {
        return column * DOT + DOT / 2;
    }
}
