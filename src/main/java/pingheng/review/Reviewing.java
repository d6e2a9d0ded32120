package pingheng.review;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.figure.Cell;
import pingheng.framework.rule.Marks;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.StandingText;
import pingheng.review.Judgement.Decision;
import pingheng.review.entry.ReviewEntry;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.round.lock.UnitLock;
import pingheng.sheet.SheetRow;
import pingheng.text.Folding;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** What reviewers do: decide on points, confirm figures, sign an opinion. Nothing the unit said is overwritten. */
@Service
public class Reviewing {
    private static final int LONGEST = 5000;

    private final ReviewStore store;
    private final Reviews reviews;
    private final UnitLock lock;
    private final Ledger ledger;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Grounds grounds;

    Reviewing(
            ReviewStore store,
            Reviews reviews,
            UnitLock lock,
            Ledger ledger,
            Clock clock,
            ApplicationEventPublisher events,
            Grounds grounds) {
        this.store = store;
        this.reviews = reviews;
        this.lock = lock;
        this.ledger = ledger;
        this.clock = clock;
        this.events = events;
        this.grounds = grounds;
    }

    /** Told before a layer decides anything on a unit: whoever above objects refuses, and nothing changes. */
    public record Deciding(HeldRound round, Unit unit, Layer layer) {}

    /** Why the visitor cannot decide on a point of the unit. */
    public Optional<Reason> whyNotDecide(RequestContext context, Review review, PointCode point) {
        var own = review.own();
        return whyNotJudge(context, review)
                .or(() -> review.whyNotReturned(point))
                .or(() -> review.layer() == Layer.ONSITE
                        ? grounds.whyNotDecide(own.round(), own.unit(), point)
                        : Optional.empty())
                .or(() -> review.whyNotInTime(context.arrived()));
    }

    /** Why the visitor cannot decide on any point of the unit. */
    public Optional<Reason> whyNotDecide(RequestContext context, Review review) {
        var own = review.own();
        return whyNotJudge(context, review)
                .or(() -> review.layer() == Layer.ONSITE
                        ? grounds.whyNotDecide(own.round(), own.unit())
                        : Optional.empty())
                .or(() -> review.whyNotInTime(context.arrived()));
    }

    private static Optional<Reason> whyNotJudge(RequestContext context, Review review) {
        return Reviews.whyNotSee(context.user(), review.own().unit(), review.layer())
                .or(() -> review.whyNotJudge(context.user()));
    }

    /** Decides on a point. Of two who decide at once, the second is told what the first decided. */
    @Transactional
    public void decide(RequestContext context, Layer layer, PointCode point, PointDecision verdict) {
        decide(context, layer, Map.of(point, verdict));
    }

    /** Decides on several points, all or none. */
    @Transactional
    public void decide(RequestContext context, Layer layer, Map<PointCode, PointDecision> verdicts) {
        var review = alone(context, layer);
        verdicts.forEach((point, verdict) -> {
            var reviewed = review.point(point).orElseThrow(() -> new Refused(Reason.unknown()));
            Refused.on(whyNotDecide(context, review, point));
            decide(context.user(), review, reviewed, verdict);
        });
        if (verdicts.isEmpty()) return;

        record(context, layer, ReviewEntry.decided(context, layer, verdicts.keySet()));
    }

    /** Agrees to points nobody decided on yet and that have no lead; all of them, or none. Returns how many. */
    @Transactional
    public int agree(RequestContext context, Layer layer, List<PointCode> points) {
        var review = alone(context, layer);
        if (points.isEmpty()) throw new Refused(Reason.malformed("review.nothing", "没有选择观测点", "No point is chosen"));
        for (var code : points) if (review.point(code).isEmpty()) throw new Refused(Reason.unknown());
        Refused.on(review.whyNotTogether(points));
        for (var code : points) {
            var reviewed = review.point(code).orElseThrow();
            Refused.on(whyNotDecide(context, review, code));
            decide(
                    context.user(),
                    review,
                    reviewed,
                    new PointDecision(reviewed.seen(), Decision.AGREE.code(), "", "", ""));
        }

        record(context, layer, ReviewEntry.agreed(context, layer, points));
        return points.size();
    }

    /** Confirms another value for a figure that the point reads, with a reason; an empty value takes the confirmation back. */
    @Transactional
    public void confirm(RequestContext context, Layer layer, PointCode point, FigureConfirmation confirming) {
        var review = alone(context, layer);
        var cell = review.point(point)
                .flatMap(one -> one.cell(confirming.cell()))
                .orElseThrow(() -> new Refused(Reason.unknown()));
        Refused.on(whyNotDecide(context, review));
        var before = review.confirmed().get(cell.key());
        if (!confirming.seen().equals(before == null ? Version.NONE : before.version()))
            throw new Refused(meanwhile(), confirmed(before));
        var value = confirming.value().isBlank() ? null : read(cell, confirming);
        if (confirming.reason().isBlank() || confirming.reason().length() > LONGEST)
            throw new Refused(Reason.malformed(
                    "review.confirm-reason", "请写明核定的理由", "Say why the figure is confirmed as another one"));
        boolean next = store.confirm(
                context.round(),
                context.unit().code(),
                layer,
                new Confirmed(
                        cell.definition().code(),
                        cell.member(),
                        cell.period().toString(),
                        confirming.seen().next(),
                        Folding.word(confirming.value()),
                        value,
                        confirming.reason().strip(),
                        context.user().login(),
                        clock.instant()));
        if (!next) throw new Refused(meanwhile());

        record(context, layer, ReviewEntry.confirmed(context, layer, point, cell, value == null));
    }

    private List<StandingText> confirmed(@Nullable Confirmed before) {
        if (before == null) return List.of();
        var text = before.written() + "\n" + before.reason();
        return List.of(StandingText.of(store.name(before.person()), before.at(), text));
    }

    private static List<StandingText> decided(@Nullable Decided before) {
        return before == null ? List.of() : List.of(before.standing());
    }

    private static List<StandingText> said(Review review) {
        return review.opinion() == null ? List.of() : List.of(review.opinion().standing());
    }

    /** A value for a figure, by the key of its cell, on top of the version that was seen, and why. */
    public record FigureConfirmation(Version seen, String cell, String value, String reason) {}

    /** Why the visitor cannot sign the opinion of the layer. */
    public Optional<Reason> whyNotSign(RequestContext context, Review review) {
        var open = whyNotDecide(context, review);
        if (open.isPresent()) return open;
        if (review.opinion() != null)
            return Optional.of(
                    Reason.conflict("review.signed", "已签署，此后结论没有变动", "Signed already, nothing was decided since"));
        return review.whyNotWhole();
    }

    /** Signs the opinion of the layer over the digest of everything it decided. */
    @Transactional
    public void sign(RequestContext context, Layer layer, String text, String digest) {
        var review = alone(context, layer);
        Refused.on(whyNotSign(context, review), said(review));
        if (text.isBlank() || text.length() > LONGEST)
            throw new Refused(Reason.malformed(
                    "review.opinion", "请写意见，至多 %1$d 字", "Write the opinion, %1$d characters at most", LONGEST));
        if (!digest.equals(review.digest())) throw new Refused(meanwhile());
        store.add(
                context.round(),
                context.unit().code(),
                layer,
                Opinion.signed(text.strip(), digest, context.user(), clock.instant()),
                context.user());

        record(context, layer, ReviewEntry.signed(context, layer, digest));
    }

    /** Keeps the text of an opinion that was refused, for whoever of the layer writes the next one; also when all else is undone. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keep(RequestContext context, Layer layer, String text) {
        boolean reviews = context.user().is(layer == Layer.CITY ? Role.CITY : Role.PROVINCE);
        if (!reviews || text.isBlank() || text.length() > LONGEST) return;
        var draft = Opinion.signed(text.strip(), "", context.user(), clock.instant());
        store.keep(context.round(), context.unit().code(), layer, draft, context.user());
    }

    private void record(RequestContext context, Layer layer, ReviewEntry entry) {
        ledger.record(
                context.user().actor(),
                layer.chain(context.unit().code()),
                entry.verb(),
                entry.subject(),
                entry.told());
    }

    private Review alone(RequestContext context, Layer layer) {
        Refused.on(Reviews.whyNotSee(context.user(), context.unit(), layer));
        lock.alone(context.round(), context.unit());
        events.publishEvent(new Deciding(context.round(), context.unit(), layer));
        return reviews.of(context, layer);
    }

    private void decide(Visitor visitor, Review review, Review.Reviewed reviewed, PointDecision verdict) {
        if (!verdict.seen().equals(reviewed.seen())) throw new Refused(meanwhile(), decided(reviewed.decided()));
        var point = reviewed.point().code();
        var read = read(review, point, verdict);
        var decided = new Decided(
                point,
                verdict.seen().next(),
                read.decision(),
                Marks.read(verdict.marks()),
                read.score(),
                verdict.reason().strip(),
                visitor.login(),
                visitor.name(),
                "",
                clock.instant(),
                null);
        if (!store.add(review.own().round(), review.own().unit().code(), review.layer(), decided, visitor))
            throw new Refused(meanwhile());
    }

    /** By the very rule that reads tables of judgements. */
    private static Judgement read(Review review, PointCode point, PointDecision verdict) {
        if (verdict.reason().length() > LONGEST)
            throw new Refused(
                    Reason.malformed("review.long", "理由至多 %1$d 字", "A reason has %1$d characters at most", LONGEST));
        var cells = new LinkedHashMap<String, String>();
        var unit = review.own().unit().code();
        cells.putAll(Map.of("unit", unit.text(), "layer", review.layer().code(), "point", point.text()));
        cells.putAll(Map.of("decision", verdict.decision(), "marks", verdict.marks(), "score", verdict.score()));
        cells.put("reason", verdict.reason());
        var findings = new Findings();
        var sheet = new JudgementSheet(review.own().framework());
        sheet.take(SheetRow.typed(Place.file(point.text()), cells, findings));
        findings.refuse();
        return sheet.judgements().find(unit, point, review.layer()).orElseThrow();
    }

    private static BigDecimal read(Cell cell, FigureConfirmation confirming) {
        var findings = new Findings();
        var typed =
                SheetRow.typed(Place.file(cell.definition().title()), Map.of("value", confirming.value()), findings);
        var value = cell.read(typed, "value");
        findings.refuse();
        if (value == null) throw new IllegalStateException("neither a value nor a finding");
        return value;
    }

    private static Reason meanwhile() {
        return Reason.conflict(
                "review.meanwhile",
                "您打开页面后，别人已作出结论；请重新查看",
                "Somebody has decided since you opened the page: look again");
    }
}
