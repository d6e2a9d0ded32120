package pingheng.review.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pingheng.framework.rule.Outcome;
import pingheng.page.api.WhyNot;
import pingheng.problem.Sentence;
import pingheng.review.Opinions;
import pingheng.review.Opinions.OpinionText;
import pingheng.review.PointDecision;
import pingheng.review.Review;
import pingheng.review.Reviewing;
import pingheng.review.Reviewing.FigureConfirmation;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/review/{layer}")
@Tag(name = "评审 Review")
class ReviewApi {
    private final Reviews reviews;
    private final Reviewing reviewing;
    private final Opinions opinions;

    ReviewApi(Reviews reviews, Reviewing reviewing, Opinions opinions) {
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.opinions = opinions;
    }

    /**
     * A point under review; the version to decide on top of; scores by layer, and why a layer above the unit comes to none. {@code counts_with}: by decision, the confirmed figures that
     * count with it by the key of their cell; all others count as reported.
     */
    record PointReviewed(
            PointCode point,
            @Nullable String decision,
            Version version,
            @Nullable String marks,
            @Nullable String reason,
            Map<String, String> scores,
            Map<String, Sentence> undecided,
            List<Sentence> leads,
            @JsonProperty("counts_with") Map<String, Map<String, String>> countsWith) {}

    record OpinionSigned(String text, String digest, Login person, String post, OffsetDateTime at) {}

    /** The review of a unit by a layer; its digest is what an opinion is signed over. */
    record ReviewAnswer(
            String layer,
            String digest,
            List<PointReviewed> points,
            @Nullable OpinionSigned opinion,
            @JsonProperty("why_not") Map<String, WhyNot> whyNot) {}

    record Agreements(List<PointCode> points) {}

    @GetMapping
    @Operation(summary = "一个单位的评审 · The review of a unit by a layer")
    ReviewAnswer show(RequestContext context, @PathVariable Layer layer) {
        var review = reviews.of(context, layer);
        var opinion = review.opinion();
        return new ReviewAnswer(
                layer.code(),
                review.digest(),
                review.points().stream().map(one -> point(review, one)).toList(),
                opinion == null
                        ? null
                        : new OpinionSigned(
                                opinion.text(),
                                opinion.digest(),
                                opinion.person(),
                                opinion.post(),
                                context.at(opinion.at())),
                WhyNot.refused(Map.of(
                        "decide", reviewing.whyNotDecide(context, review),
                        "sign", reviewing.whyNotSign(context, review))));
    }

    @PutMapping("/{point}")
    @Operation(summary = "对一个观测点作结论 · Decide on a point")
    ReviewAnswer decide(
            RequestContext context,
            @PathVariable Layer layer,
            @PathVariable PointCode point,
            @RequestBody PointDecision decision) {
        reviewing.decide(context, layer, point, decision);
        return show(context, layer);
    }

    @PutMapping("/{point}/figures")
    @Operation(summary = "核定一个数据 · Confirm a figure")
    ReviewAnswer confirm(
            RequestContext context,
            @PathVariable Layer layer,
            @PathVariable PointCode point,
            @RequestBody FigureConfirmation confirmation) {
        reviewing.confirm(context, layer, point, confirmation);
        return show(context, layer);
    }

    @PostMapping("/agreements")
    @Operation(summary = "批量同意无疑点的观测点 · Agree to points without a lead")
    ReviewAnswer agree(RequestContext context, @PathVariable Layer layer, @RequestBody Agreements agreements) {
        reviewing.agree(context, layer, agreements.points());
        return show(context, layer);
    }

    @PostMapping("/opinion")
    @Operation(summary = "签署总体意见 · Sign the opinion")
    ReviewAnswer sign(RequestContext context, @PathVariable Layer layer, @RequestBody OpinionText opinion) {
        opinions.sign(context, layer, opinion);
        return show(context, layer);
    }

    private static Map<String, Map<String, String>> countsWith(Review review, Review.Reviewed one) {
        var counts = new TreeMap<String, Map<String, String>>();
        counts.put("agree", confirmed(review, one, review.layer()));
        if (one.city() != null) counts.put("adopt_city", confirmed(review, one, Layer.CITY));
        return counts;
    }

    private static Map<String, String> confirmed(Review review, Review.Reviewed one, Layer layer) {
        var values = new TreeMap<String, String>();
        for (var cell : one.own().reads())
            review.counts(layer, cell.key()).ifPresent(figure -> values.put(cell.key(), figure.written()));
        return values;
    }

    private static PointReviewed point(Review review, Review.Reviewed one) {
        var decided = one.decided();
        var scores = new TreeMap<String, String>();
        one.outcomes().forEach((layer, outcome) -> {
            if (outcome instanceof Outcome.Scored(var score))
                scores.put(layer.code(), score.stripTrailingZeros().toPlainString());
        });
        return new PointReviewed(
                one.point().code(),
                Optional.ofNullable(decided)
                        .map(given -> given.decision().code())
                        .orElse(null),
                one.seen(),
                decided == null ? null : decided.marks().text(),
                decided == null ? null : decided.reason(),
                scores,
                undecided(one),
                one.leads(),
                countsWith(review, one));
    }

    private static Map<String, Sentence> undecided(Review.Reviewed one) {
        var undecided = new TreeMap<String, Sentence>();
        one.undecided().forEach((layer, why) -> undecided.put(layer.code(), why));
        return undecided;
    }
}
