package pingheng.review.pages;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pingheng.figure.Reported;
import pingheng.figure.ReportedFigures;
import pingheng.framework.formula.Malformed;
import pingheng.framework.rule.Marks;
import pingheng.ledger.Sightings;
import pingheng.page.Page;
import pingheng.people.People;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.review.Opinions;
import pingheng.review.Opinions.OpinionText;
import pingheng.review.PointDecision;
import pingheng.review.Reviewing;
import pingheng.review.Reviewing.FigureConfirmation;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

@Controller
@RequestMapping("/r/{round}/{unit}/review/{layer}")
class ReviewPages {
    private final Reviews reviews;
    private final Reviewing reviewing;
    private final Opinions opinions;
    private final ReportedFigures figures;
    private final People people;
    private final Sightings sightings;

    ReviewPages(
            Reviews reviews,
            Reviewing reviewing,
            Opinions opinions,
            ReportedFigures figures,
            People people,
            Sightings sightings) {
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.opinions = opinions;
        this.figures = figures;
        this.people = people;
        this.sightings = sightings;
    }

    @GetMapping
    Page queue(RequestContext context, @PathVariable Layer layer, @RequestParam(defaultValue = "all") String only) {
        var review = reviews.of(context, layer);
        return new QueuePage(
                context,
                review,
                only,
                new QueuePage.May(reviewing.whyNotDecide(context, review), reviewing.whyNotSign(context, review)));
    }

    @GetMapping("/{point}")
    Page point(RequestContext context, @PathVariable Layer layer, @PathVariable PointCode point) {
        var review = reviews.of(context, layer);
        var reviewed = review.point(point).orElseThrow(() -> new Refused(Reason.unknown()));
        context.looks(sightings, "point/" + point, "观测点 " + point, "point " + point);
        var codes = review.points().stream().map(one -> one.point().code()).toList();
        int at = codes.indexOf(point);
        return new JudgePage(
                context,
                review,
                reviewed,
                new JudgePage.Shown(
                        figures.of(context.round(), context.unit()).stream()
                                .collect(Collectors.toMap(Reported::key, Function.identity())),
                        people.names(context.unit().code()),
                        reviews.versions(context, review.layer(), point),
                        review.own().derivation(reviewed.own()),
                        at > 0 ? codes.get(at - 1) : null,
                        at + 1 < codes.size() ? codes.get(at + 1) : null),
                reviewing.whyNotDecide(context, review, point));
    }

    /** Decides, and goes on to the next point that is open. */
    @PostMapping("/{point}")
    String decide(
            RequestContext context,
            @PathVariable Layer layer,
            @PathVariable PointCode point,
            @RequestParam String decision,
            @RequestParam(required = false) @Nullable List<String> mark,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Version seen) {
        boolean marks = decision.equals("marks") && mark != null;
        boolean scores = decision.equals("score");
        reviewing.decide(
                context,
                layer,
                point,
                new PointDecision(
                        seen,
                        decision,
                        marks ? fields(Objects.requireNonNullElse(mark, List.of())) : "",
                        scores ? score : "",
                        reason));
        return next(context, layer, point);
    }

    /** Confirms another value for a figure that the point reads. */
    @PostMapping("/{point}/figures")
    String confirm(
            RequestContext context,
            @PathVariable Layer layer,
            @PathVariable PointCode point,
            @RequestParam String cell,
            @RequestParam String value,
            @RequestParam String reason,
            @RequestParam Version seen) {
        reviewing.confirm(context, layer, point, new FigureConfirmation(seen, cell, value, reason));
        return context.redirect("review/" + layer.code() + "/" + point);
    }

    /** Agrees to all that were chosen and have no lead. */
    @PostMapping("/agreements")
    String agree(
            RequestContext context,
            @PathVariable Layer layer,
            @RequestParam(required = false) @Nullable List<PointCode> point) {
        reviewing.agree(context, layer, point == null ? List.of() : point);
        return context.redirect("review/" + layer.code());
    }

    @PostMapping("/opinion")
    String sign(
            RequestContext context, @PathVariable Layer layer, @RequestParam String text, @RequestParam String digest) {
        opinions.sign(context, layer, new OpinionText(text, digest));
        return context.redirect("review/" + layer.code());
    }

    private String next(RequestContext context, Layer layer, PointCode point) {
        var points = reviews.of(context, layer).points();
        boolean passed = false;
        for (var one : points) {
            if (passed && one.open())
                return context.redirect(
                        "review/" + layer.code() + "/" + one.point().code());
            passed |= one.point().code().equals(point);
        }
        return context.redirect("review/" + layer.code());
    }

    /** One field for each item, as the decision takes them. */
    private static String fields(List<String> marks) {
        try {
            return Marks.of(marks).text();
        } catch (Malformed malformed) {
            var why = malformed.sentence();
            throw new Refused(Reason.malformed("judgements.marks", "评分：%1$s", "The marks: %2$s", why.zh(), why.en()));
        }
    }
}
