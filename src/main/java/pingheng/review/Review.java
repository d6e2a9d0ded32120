package pingheng.review;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.digest.Canonical;
import pingheng.figure.Cell;
import pingheng.framework.Point;
import pingheng.framework.rule.Outcome;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.review.Judgement.Decision;
import pingheng.round.FigureReading;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.Lock;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SubmissionStatus;
import pingheng.value.PointCode;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/**
 * The review of one unit by one layer: what it decided on each point and what it would come to, which figures it and the layers below it confirmed as far as the
 * reader may know and whether they are carried, its opinion, and the texts it has for the next one: drafts, then the opinion that is void by now.
 */
public record Review(
        SelfEvaluation own,
        Layer layer,
        List<Reviewed> points,
        Preview would,
        Map<Layer, Map<String, Confirmed>> figures,
        Carried carried,
        @Nullable Opinion opinion,
        List<Opinion> earlier,
        @Nullable Lock lock) {

    /** What a point would come to; computed when it is asked for, because most who read a review do not. */
    @FunctionalInterface
    interface Preview {
        Optional<Outcome> of(Decision decision, PointCode point);
    }

    /**
     * One point under review: what the unit said, what this layer and the city decided, what they come to. What the layer decided last on
     * another text than was submitted since is fallen: nothing counts until it decides anew.
     */
    public record Reviewed(
            OwnPoint own,
            @Nullable Decided decided,
            @Nullable Decided fallen,
            @Nullable Decided city,
            Map<Layer, Outcome> outcomes,
            List<Sentence> leads) {
        public Point point() {
            return own.point();
        }

        public boolean open() {
            return decided == null;
        }

        /** The number of the newest version of a decision, whether or not it holds. */
        public Version seen() {
            var newest = decided != null ? decided : fallen;
            return newest == null ? Version.NONE : newest.version();
        }

        /** The cell of that key that the rule of the point reads. */
        public Optional<Cell> cell(String key) {
            return own.reads().stream().filter(cell -> cell.key().equals(key)).findFirst();
        }

        /** What this layer's decision comes to; empty while there is none. */
        public Optional<Outcome> outcome(Layer layer) {
            return Optional.ofNullable(outcomes.get(layer));
        }

        /** Why the layers above the unit come to no score, in words; what the unit's own marks and figures lack is a lead already. */
        public Map<Layer, Sentence> undecided() {
            var undecided = new EnumMap<Layer, Sentence>(Layer.class);
            outcomes.forEach((layer, outcome) -> {
                if (layer != Layer.SELF && outcome instanceof Outcome.Undecided(var why, var _))
                    undecided.put(layer, why);
            });
            return undecided;
        }
    }

    /** What a point comes to if this layer decides so; empty for points that are ranked. */
    public Optional<Outcome> would(Decision decision, PointCode point) {
        return would.of(decision, point);
    }

    /** The same with the opinion that stands and the texts there are for the next. */
    Review with(@Nullable Opinion standing, List<Opinion> texts) {
        return new Review(own, layer, points, would, figures, carried, standing, texts, lock);
    }

    /** The figures that the layer itself confirmed, those taken back too, by the key of their cell. */
    public Map<String, Confirmed> confirmed() {
        return figures.getOrDefault(layer, Map.of());
    }

    /** What was confirmed for a figure, by whichever layer counts when a point is scored as this one says; empty where what was reported counts. */
    public Optional<Confirmed> counts(Layer as, String key) {
        var layers = carried == Carried.NOT_ASKED ? own.round().settings().reads(as, Set.of()) : reads();
        return Confirmed.counts(figures, layers, key);
    }

    /** The layers whose figures this one computes with. */
    private List<Layer> reads() {
        return own.round().settings().reads(layer, carried == Carried.NOT_YET ? Set.of(Layer.CITY) : Set.of());
    }

    /** Whether what the city confirmed is carried upward. */
    public enum Carried {
        /** Each layer computes with its own. */
        NOT_ASKED,
        /** The city has not signed over what it says now: what it confirmed is a lead. */
        NOT_YET,
        /** It counts on every point that reads it, until a higher layer confirms another value. */
        CITY;

        static Carried of(HeldRound round, boolean signed) {
            if (round.settings().figures() == FigureReading.OWN) return NOT_ASKED;
            return signed ? CITY : NOT_YET;
        }
    }

    public Optional<Reviewed> point(PointCode code) {
        return points.stream().filter(one -> one.point().code().equals(code)).findFirst();
    }

    public long decided() {
        return points.stream().filter(one -> !one.open()).count();
    }

    /** SHA-256 over everything the layer decided, and over the submission it decided on. */
    public String digest() {
        return digest(Opinion.FORMAT);
    }

    /** The same in the form of an opinion that was signed before. */
    String digest(int format) {
        var decided =
                points.stream().flatMap(one -> Stream.ofNullable(one.decided)).toList();
        return digest(
                format,
                own.round().code(),
                own.unit().code(),
                layer,
                own.standing().previous(),
                decided,
                confirmed().values());
    }

    /** As above, of decisions in the order of their points and confirmed figures in that of their keys, on a submission by its digest. */
    public static String digest(
            int format,
            RoundCode round,
            UnitCode unit,
            Layer layer,
            String submission,
            List<Decided> decided,
            Collection<Confirmed> confirmed) {
        var content = new Canonical()
                .line("pingheng-review", format)
                .line("round", round)
                .line("unit", unit)
                .line("layer", layer.code())
                .line("submission", submission);
        decided.forEach(one -> one.write(content, format));
        confirmed.forEach(one -> one.write(content));
        return content.digest();
    }

    /** Why these points cannot be agreed to together: which of them are to be looked at one by one, each with what to look at. */
    Optional<Reason> whyNotTogether(List<PointCode> codes) {
        var apart = points.stream()
                .filter(one -> codes.contains(one.point().code()) && !(one.open() && one.leads.isEmpty()))
                .toList();
        if (apart.isEmpty()) return Optional.empty();
        return Optional.of(Reason.conflict(
                "review.lead",
                "这些观测点有疑点或已有结论，须逐点评审，批量同意没有执行：%1$s",
                "These points have a lead or are decided: look at each by itself; nothing was agreed to: %2$s",
                apart.stream().map(one -> told(one, true)).collect(Collectors.joining("；")),
                apart.stream().map(one -> told(one, false)).collect(Collectors.joining("; "))));
    }

    private static String told(Reviewed one, boolean chinese) {
        var why = one.open()
                ? one.leads.stream()
                        .map(lead -> chinese ? lead.zh() : lead.en())
                        .collect(Collectors.joining(chinese ? "，" : ", "))
                : chinese ? "已有结论" : "decided";
        return one.point().code() + (chinese ? "（" + why + "）" : " (" + why + ")");
    }

    /** Why the visitor has nothing to judge here: it is not their layer, or nothing is submitted. */
    Optional<Reason> whyNotJudge(Visitor visitor) {
        if (!visitor.is(layer == Layer.CITY ? Role.CITY : Role.PROVINCE))
            return Optional.of(Reason.forbidden(
                    "review.layer",
                    "%1$s由该层的评审岗位作出",
                    "The %2$s is made by the reviewers of that layer",
                    layer.zh(),
                    layer.en()));
        return own.standing().next() > 1
                ? Optional.empty()
                : Optional.of(
                        Reason.conflict("review.not-submitted", "该单位还没有报送", "The unit has not submitted anything yet"));
    }

    /** Why a point that was returned for a supplement, or is moved along by it, waits for it. */
    Optional<Reason> whyNotReturned(PointCode point) {
        boolean returned = own.standing() instanceof SubmissionStatus.Supplementing
                && own.whyNotEdit(point).isEmpty();
        return returned
                ? Optional.of(Reason.conflict(
                        "review.supplement",
                        "这个观测点已退回补充，等补充材料报送后再评",
                        "The point was returned: wait for the supplement"))
                : Optional.empty();
    }

    Optional<Reason> whyNotInTime(Instant arrived) {
        return lock == null ? Optional.empty() : lock.whyNot(arrived);
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
