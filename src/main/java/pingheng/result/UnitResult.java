package pingheng.result;

import java.util.List;
import pingheng.framework.Point;
import pingheng.people.Division;
import pingheng.result.arithmetic.Judged;
import pingheng.result.arithmetic.Precedence.Counted;
import pingheng.result.arithmetic.Standing;

/** What became of one unit: each point on each layer, what counts, and where the unit stands. */
public record UnitResult(Division unit, List<OfPoint> points, Standing standing) {
    /** One point: what each layer says, and what counts. */
    public record OfPoint(Point point, Judged judged, Counted counted) {}
}
