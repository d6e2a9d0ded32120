package pingheng.rehearsal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.people.Level;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.review.PointDecision;
import pingheng.review.Review;
import pingheng.review.Reviewing;
import pingheng.review.Reviewing.FigureConfirmation;
import pingheng.review.Reviews;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** Plays the layers above a unit, one unit and layer in a transaction. What a visitor has decided is left as it is. */
@Service
public class Reviewers {
    private final Casting casting;
    private final People people;
    private final Reviews reviews;
    private final Reviewing reviewing;
    private final Opening opening;
    private final Clock clock;

    Reviewers(Casting casting, People people, Reviews reviews, Reviewing reviewing, Opening opening, Clock clock) {
        this.casting = casting;
        this.people = people;
        this.reviews = reviews;
        this.reviewing = reviewing;
        this.opening = opening;
        this.clock = clock;
    }

    /** Puts a reviewer on a post of every city of these units that has none, before they play side by side. */
    @Transactional
    public void staff(List<Unit> units) {
        units.stream().map(Reviewers::city).distinct().forEach(this::reviewer);
    }

    /** Decides what the layer may decide and has not decided yet, and signs; does nothing for a unit that has not submitted. */
    @Transactional
    public void review(HeldRound round, Unit unit, Layer layer, PlayedReviews played) {
        if (layer == Layer.CITY && unit.level() == Level.CITY) return;
        var asked = new RequestContext(reviewer(unit, layer), round, unit, clock.instant());
        var review = reviews.of(asked, layer);
        if (reviewing.whyNotDecide(asked, review).isPresent()) return;
        var verdicts = new LinkedHashMap<PointCode, PointDecision>();
        played.verdicts().getOrDefault(layer, Map.of()).forEach((point, verdict) -> {
            boolean open = review.point(point).filter(Review.Reviewed::open).isPresent();
            if (open && reviewing.whyNotDecide(asked, review, point).isEmpty()) verdicts.put(point, verdict);
        });
        for (var confirms : played.confirms())
            if (confirms.layer() == layer && !review.confirmed().containsKey(confirms.key()))
                review.points().stream()
                        .filter(point -> point.cell(confirms.key()).isPresent())
                        .findFirst()
                        .ifPresent(point -> confirm(asked, point.point().code(), confirms));
        if (!verdicts.isEmpty()) reviewing.decide(asked, layer, verdicts);
        var done = reviews.of(asked, layer);
        if (reviewing.whyNotSign(asked, done).isEmpty()) reviewing.sign(asked, layer, "材料属实，同意上述结论。", done.digest());
    }

    private void confirm(RequestContext asked, PointCode point, PlayedReviews.Confirms confirms) {
        reviewing.confirm(
                asked,
                confirms.layer(),
                point,
                new FigureConfirmation(Version.NONE, confirms.key(), confirms.value(), confirms.reason()));
    }

    private Visitor reviewer(Unit unit, Layer layer) {
        return layer == Layer.CITY ? reviewer(city(unit)) : opening.visitor(new Login("province"));
    }

    private Visitor reviewer(UnitCode code) {
        var city = people.unit(code).orElseThrow();
        if (city.code().text().equals("440100")) return opening.visitor(new Login("city"));
        BodyId body = casting.body(city, "市人民政府教育督导室", "市督导室", "督导室");
        return casting.holder(body, Role.CITY, new Login("city-" + city.code()), city.name());
    }

    /** The city itself, or the one above a county. */
    private static UnitCode city(Unit unit) {
        return unit.level() == Level.CITY ? unit.code() : Objects.requireNonNull(unit.parent());
    }
}
