package pingheng.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pingheng.figure.Figures;
import pingheng.framework.Point;
import pingheng.framework.rule.Outcome;
import pingheng.review.Judgement.Decision;
import pingheng.round.Layer;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** What the decisions on one unit come to, point by point and layer by layer; answered by whoever computes results. */
public interface Scoring {
    /** The figures of one unit, what each layer said of its points, and the points to be scored. */
    record Asked(UnitCode unit, Figures figures, Judgements judgements, List<Point> points) {}

    /** The outcome of each layer that says something, by the code of the point. Rules that rank stay undecided. */
    Map<PointCode, Map<Layer, Outcome>> outcomes(Asked asked);

    /** What a point would come to on the layer if it decided so; without marks, so for decisions that need none. */
    Optional<Outcome> would(Asked asked, Layer layer, Decision decision, PointCode point);
}
