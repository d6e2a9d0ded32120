package pingheng.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Canonical;
import pingheng.figure.Cell;
import pingheng.framework.Point;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.round.Layer;
import pingheng.round.Lock;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;

/** The review of one unit by one layer: what it decided on each point, which figures it confirmed, its opinion. */
public record Review(
        SelfEvaluation own,
        Layer layer,
        List<Reviewed> points,
        Map<String, Confirmed> confirmed,
        @Nullable Opinion opinion,
        @Nullable Lock lock) {

    /** One point under review: what the unit said, what this layer and the city decided, what they come to. */
    public record Reviewed(
            OwnPoint own,
            @Nullable Decided decided,
            @Nullable Decided city,
            Map<Layer, Outcome> outcomes,
            List<Sentence> leads) {
        public Point point() {
            return own.point();
        }

        public boolean open() {
            return decided == null;
        }

        /** The cell of that key that the rule of the point reads. */
        public Optional<Cell> cell(String key) {
            return own.reads().stream().filter(cell -> cell.key().equals(key)).findFirst();
        }

        /** What this layer's decision comes to; empty while there is none. */
        public Optional<Outcome> outcome(Layer layer) {
            return Optional.ofNullable(outcomes.get(layer));
        }
    }

    public Optional<Reviewed> point(String code) {
        return points.stream().filter(one -> one.point().code().equals(code)).findFirst();
    }

    public long decided() {
        return points.stream().filter(one -> !one.open()).count();
    }

    /** SHA-256 over everything the layer decided, and over the submission it decided on. */
    public String digest() {
        var content = new Canonical()
                .line("pingheng-review", 1)
                .line("round", own.round().code())
                .line("unit", own.unit().code())
                .line("layer", layer.code())
                .line("submission", own.standing().previous());
        for (var one : points) if (one.decided != null) one.decided.write(content);
        confirmed.values().forEach(one -> one.write(content));
        return content.digest();
    }

    /** The first thing that keeps the opinion from being signed; on site it is enough to have decided on what was checked. */
    public Optional<Reason> whyNotWhole() {
        if (layer == Layer.ONSITE && decided() > 0) return Optional.empty();
        for (var one : points)
            if (one.open())
                return Optional.of(Reason.conflict(
                        "review.open",
                        "还有 %1$d 个观测点没有结论，第一个是 %2$s",
                        "%1$d points are not decided, the first is %2$s",
                        points.size() - decided(),
                        one.point().code()));
        return Optional.empty();
    }
}
