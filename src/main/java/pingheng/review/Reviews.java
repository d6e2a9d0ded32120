package pingheng.review;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.figure.Cell;
import pingheng.figure.Figures;
import pingheng.figure.ReportedFigures;
import pingheng.figure.Schools;
import pingheng.figure.undecided.Explanation;
import pingheng.framework.rule.Outcome;
import pingheng.people.Level;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.problem.StoredRow;
import pingheng.review.fallen.FallenDecisions;
import pingheng.round.FigureReading;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** The reviews of the units, put together from what was submitted, decided and confirmed. */
@Service
public class Reviews {
    private final ReviewStore store;
    private final SelfEvaluations selfEvaluations;
    private final Rounds rounds;
    private final ReportedFigures reported;
    private final Schools schools;
    private final Scoring scoring;
    private final FallenDecisions fallenDecisions;

    Reviews(
            ReviewStore store,
            SelfEvaluations selfEvaluations,
            Rounds rounds,
            ReportedFigures reported,
            Schools schools,
            Scoring scoring,
            FallenDecisions fallenDecisions) {
        this.store = store;
        this.selfEvaluations = selfEvaluations;
        this.rounds = rounds;
        this.reported = reported;
        this.schools = schools;
        this.scoring = scoring;
        this.fallenDecisions = fallenDecisions;
    }

    /** A layer is seen by itself and from above; to all others it does not exist. A city is reviewed by the province alone. */
    public static Optional<Reason> whyNotSee(Visitor visitor, Unit unit, Layer layer) {
        boolean city = layer == Layer.CITY && unit.level() == Level.COUNTY;
        boolean reviews = city || layer == Layer.PROVINCE || layer == Layer.ONSITE;
        boolean sees = visitor.is(Role.PROVINCE)
                || city && visitor.is(Role.CITY) && visitor.unit().equals(unit.parent());
        return reviews && unit.evaluated() && sees ? Optional.empty() : Optional.of(Reason.unknown());
    }

    /**
     * The review of a unit by a layer as it is now, with what the unit says of itself and what those layers come to that the visitor
     * may see; a layer that the visitor may not see is refused as unknown.
     */
    @Transactional(readOnly = true)
    public Review of(RequestContext context, Layer layer) {
        Refused.on(whyNotSee(context.user(), context.unit(), layer));
        var own = selfEvaluations.of(context);
        var kept = store.decisions(context.round(), context.unit().code());
        var figures = store.confirmed(context.round(), context.unit().code());
        var said = reported.of(context.round(), context.unit());
        var leads = leads(context.round(), kept, figures, context.unit().code());
        var asked = asked(own, kept, said, known(context.user(), context.unit(), figures), leads);
        var outcomes = scoring.outcomes(asked);
        var decided = of(kept, layer, true);
        var fallen = of(kept, layer, false);
        var city = layer == Layer.PROVINCE ? of(kept, Layer.CITY, true) : Map.<PointCode, Decided>of();
        var confirmed = confirmed(context.user(), context.unit(), figures);
        var since = fallenDecisions.of(own, takenOn(fallen));
        var carried = Review.Carried.of(context.round(), leads.isEmpty());
        var looking = new Leads(layer, confirmed, carried, said);
        var explanation = Explanation.of(own.framework());
        var points = own.points().stream()
                .map(point -> {
                    var code = point.point().code();
                    return new Review.Reviewed(
                            point,
                            decided.get(code),
                            fallen.get(code),
                            city.get(code),
                            seen(context.user(), context.unit(), outcomes.getOrDefault(code, Map.of()), explanation),
                            looking.of(point, decided.get(code), city.get(code), since.getOrDefault(code, List.of())));
                })
                .toList();
        var lock = rounds.lock(context.round(), context.unit(), stage(layer)).orElse(null);
        Review.Preview would = (decision, point) -> scoring.would(asked, layer, decision, point);
        var open = new Review(own, layer, points, would, confirmed, carried, null, List.of(), lock);
        var opinions = store.opinions(context.round(), context.unit().code(), layer);
        var opinion = standing(open, opinions);
        var earlier = opinions.stream().filter(text -> !text.equals(opinion)).toList();
        return open.with(opinion, earlier);
    }

    /** The digest that each of these decisions was taken on; none for those that name none. */
    private static Map<PointCode, String> takenOn(Map<PointCode, Decided> decisions) {
        var takenOn = new HashMap<PointCode, String>();
        decisions.forEach((point, decided) -> takenOn.put(point, Objects.requireNonNullElse(decided.sealed(), "")));
        return takenOn;
    }

    private static @Nullable Opinion standing(Review open, List<Opinion> opinions) {
        return opinions.stream()
                .filter(signed -> signed.digest().equals(open.digest(signed.format())))
                .findFirst()
                .orElse(null);
    }

    /** All decisions of a layer on a point, the newest first; unknown to those who may not see the layer. */
    public List<Decided> versions(RequestContext context, Layer layer, PointCode point) {
        Refused.on(whyNotSee(context.user(), context.unit(), layer));
        return store.versions(context.round(), context.unit().code(), layer, point);
    }

    /** How many points a layer has decided, by unit. */
    public Map<UnitCode, Integer> progress(HeldRound round, Layer layer) {
        return store.progress(round, layer);
    }

    /** Puts what the layers confirmed for these units where formulas find it, and what they decided, as far as it holds,
     * where results are computed from. */
    public void put(HeldRound round, Map<UnitCode, Figures> figures, Map<UnitCode, Judgements> judgements) {
        var decisions = store.decisions(round, null);
        var confirmed = store.confirmed(round);
        for (var kept : confirmed) {
            var into = figures.get(kept.unit());
            if (into != null) put(kept, into);
        }
        for (var unit : leads(round, decisions, confirmed, null)) {
            var into = figures.get(unit);
            if (into != null) into.lead(unit, Layer.CITY);
        }
        for (var kept : decisions) {
            var into = judgements.get(kept.unit());
            if (into != null && kept.holds())
                into.put(kept.unit(), kept.decided().point(), judgement(kept));
        }
    }

    /** The units whose city confirmed figures that are leads and no more: its opinion does not stand over what it says now. */
    private Set<UnitCode> leads(
            HeldRound round,
            List<ReviewStore.Kept> decisions,
            List<ReviewStore.KeptFigure> confirmed,
            @Nullable UnitCode unit) {
        var settings = round.settings();
        if (settings.figures() == FigureReading.OWN || settings.decides() != Layer.PROVINCE) return Set.of();
        var leads = confirmed.stream()
                .filter(one -> one.layer() == Layer.CITY)
                .map(ReviewStore.KeptFigure::unit)
                .collect(Collectors.toCollection(TreeSet::new));
        if (leads.isEmpty()) return leads;
        var points = rounds.framework(round, Level.COUNTY).orElseThrow().points();
        for (var signed : store.signed(round, Layer.CITY, unit))
            if (signed.holds(round.code(), points, decisions, confirmed)) leads.remove(signed.unit());
        return leads;
    }

    /** The unit's own word, and the layers that the visitor may see: what is not theirs does not leave this service. */
    private static Map<Layer, Outcome> seen(
            Visitor visitor, Unit unit, Map<Layer, Outcome> outcomes, Explanation explanation) {
        var seen = new EnumMap<Layer, Outcome>(Layer.class);
        outcomes.forEach((layer, outcome) -> {
            if (layer == Layer.SELF || whyNotSee(visitor, unit, layer).isEmpty())
                seen.put(layer, explanation.explained(outcome));
        });
        return seen;
    }

    /** The stage in which a layer decides. */
    private static Stage stage(Layer layer) {
        return switch (layer) {
            case CITY -> Stage.CITY_REVIEW;
            case ONSITE -> Stage.ONSITE;
            default -> Stage.PROVINCE_REVIEW;
        };
    }

    /** Those of the layers that the visitor may see: a layer may compute with figures of one that is hidden from it. */
    private static List<ReviewStore.KeptFigure> known(
            Visitor visitor, Unit unit, List<ReviewStore.KeptFigure> figures) {
        return figures.stream()
                .filter(one -> whyNotSee(visitor, unit, one.layer()).isEmpty())
                .toList();
    }

    /** What each layer that the visitor may see confirmed, by the key of the cell. */
    private static Map<Layer, Map<String, Confirmed>> confirmed(
            Visitor visitor, Unit unit, List<ReviewStore.KeptFigure> figures) {
        var confirmed = new EnumMap<Layer, Map<String, Confirmed>>(Layer.class);
        for (var one : known(visitor, unit, figures))
            confirmed
                    .computeIfAbsent(one.layer(), layer -> new TreeMap<>())
                    .put(one.confirmed().key(), one.confirmed());
        return confirmed;
    }

    private Scoring.Asked asked(
            SelfEvaluation own,
            List<ReviewStore.Kept> kept,
            List<pingheng.figure.Reported> said,
            List<ReviewStore.KeptFigure> confirmed,
            Set<UnitCode> leads) {
        var unit = own.unit();
        var figures =
                reported.figures(own.round().settings(), unit, own.framework(), said, schools.of(own.round(), unit));
        for (var figure : confirmed) put(figure, figures);
        leads.forEach(of -> figures.lead(of, Layer.CITY));
        var judgements = new Judgements();
        for (var point : own.points())
            Judgement.own(point.answer())
                    .ifPresent(
                            judged -> judgements.put(unit.code(), point.point().code(), judged));
        for (var one : kept)
            if (one.holds()) judgements.put(unit.code(), one.decided().point(), judgement(one));
        return new Scoring.Asked(
                unit.code(),
                figures,
                judgements,
                own.points().stream().map(OwnPoint::point).toList());
    }

    private void put(ReviewStore.KeptFigure kept, Figures figures) {
        var confirmed = kept.confirmed();
        var value = confirmed.value();
        if (value == null) return;
        var cell = reported.readings(figures.framework()).cell(confirmed.key());
        var whyNot = cell.isEmpty()
                ? Optional.of(Sentence.of("指标体系不收「%s」", "the framework asks for no “%s”", confirmed.key()))
                : cell.get().whyNot(value);
        if (whyNot.isPresent()) {
            var title = cell.map(Cell::title).orElse(new Sentence(confirmed.key(), confirmed.key()));
            var row = new StoredRow(
                    "「%s核定的 %s」".formatted(kept.layer().zh(), title.zh()),
                    "%s, confirmed %s".formatted(kept.layer().en(), title.en()));
            figures.unreadable(kept.unit(), kept.layer(), confirmed.figure(), row.unreadable(whyNot.get()));
            return;
        }
        cell.ifPresent(
                of -> figures.put(kept.unit(), of, confirmed.written(), value, kept.layer(), confirmed.reason()));
    }

    private static Judgement judgement(ReviewStore.Kept kept) {
        var decided = kept.decided();
        var unreadable = decided.unreadable(kept.layer());
        var judgement = new Judgement(
                kept.layer(),
                decided.decision(),
                unreadable.isPresent() ? List.of() : decided.given(),
                decided.score(),
                null,
                decided.reason(),
                decided.post());
        return unreadable.map(judgement::unreadable).orElse(judgement);
    }

    private static Map<PointCode, Decided> of(List<ReviewStore.Kept> kept, Layer layer, boolean holding) {
        var of = new HashMap<PointCode, Decided>();
        for (var one : kept)
            if (one.layer() == layer && one.holds() == holding)
                of.put(one.decided().point(), one.decided());
        return of;
    }
}
