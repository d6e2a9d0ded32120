package pingheng.result.arithmetic;

import java.math.BigDecimal;
import java.util.List;
import pingheng.problem.Sentence;

/** The grades of a framework as half-open bands of totals, the best first, the lowest from 0. */
public record Grades(List<Grade> bands) {
    /** A grade and the total in points from which it is given, inclusive. */
    public record Grade(BigDecimal from, Sentence title) {}

    /** Refuses bands that overlap or are not sorted from the best down, and a lowest band that is not from 0. */
    public Grades {
        bands = List.copyOf(bands);
        if (bands.isEmpty() || bands.getLast().from().signum() != 0)
            throw new IllegalArgumentException("the lowest band is not from 0: " + bands);
        for (int i = 1; i < bands.size(); i++)
            if (bands.get(i).from().compareTo(bands.get(i - 1).from()) >= 0)
                throw new IllegalArgumentException("bands overlap or are not sorted: " + bands);
    }

    /** The grade of a total, which is never negative, compared unrounded: 89.995 is not yet 90. */
    public Grade of(BigDecimal total) {
        return lowered(total, 0);
    }

    /** The grade of a total lowered by so many steps, at most to the lowest. */
    public Grade lowered(BigDecimal total, int steps) {
        int band = 0;
        while (total.compareTo(bands.get(band).from()) < 0) band++;
        return bands.get(Math.min(band + steps, bands.size() - 1));
    }

    public Grade lowest() {
        return bands.getLast();
    }
}
