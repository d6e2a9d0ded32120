package pingheng.board;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import pingheng.duty.Duties;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.result.release.Released;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.pages.States;

/** Lays a desk for each post: what is missing first, sorted by consequence. */
@Service
class Desks {
    private static final int RECENT = 8;

    private final Rounds rounds;
    private final People people;
    private final SelfEvaluations selfEvaluations;
    private final UnitLedger ledger;
    private final Owing owing;
    private final Reviews reviews;
    private final Released released;
    private final Clock clock;

    Desks(
            Rounds rounds,
            People people,
            SelfEvaluations selfEvaluations,
            UnitLedger ledger,
            Owing owing,
            Reviews reviews,
            Released released,
            Clock clock) {
        this.rounds = rounds;
        this.people = people;
        this.selfEvaluations = selfEvaluations;
        this.ledger = ledger;
        this.owing = owing;
        this.reviews = reviews;
        this.released = released;
        this.clock = clock;
    }

    DeskPage of(Visitor visitor) {
        var unit = people.unit(visitor.unit()).orElseThrow();
        var round = visitor.ownsUnit(unit.code())
                ? rounds.newest(unit)
                : rounds.all().stream().findFirst();
        if (round.isEmpty())
            return new DeskPage(visitor, null, List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
        var context = new RequestContext(visitor, round.get(), unit, clock.instant());
        return visitor.ownsUnit(unit.code()) ? own(context) : above(context);
    }

    private DeskPage own(RequestContext context) {
        var own = selfEvaluations.of(context);
        return new DeskPage(
                context.user(),
                context,
                owing.tasks(context, own),
                context.user().is(Role.OFFICE) || context.user().is(Role.LEADER) ? byBody(own) : List.of(),
                rounds.due(context.round(), context.unit()),
                ledger.before(context.user(), context.unit(), Long.MAX_VALUE, RECENT),
                List.of(),
                results(context));
    }

    /** The other rounds whose results are in force, each with the way to its ranking and, for one of its units, to the derivations. */
    private List<DeskPage.Result> results(RequestContext context) {
        return rounds.all().stream()
                .filter(round -> round.id() != context.round().id()
                        && released.inForce(round).isPresent())
                .map(round -> new DeskPage.Result(
                        round.settings().title(),
                        "/r/" + round.code() + "/ranking",
                        rounds.units(round).contains(context.unit())
                                ? RequestContext.path(round, context.unit()) + "/dossier"
                                : null))
                .toList();
    }

    /** The bodies by how much they still owe, the most first. */
    private List<DeskPage.OfBody> byBody(SelfEvaluation own) {
        var names = people.bodies(own.unit().code()).stream().collect(Collectors.toMap(Body::id, Body::name));
        var led = own.points().stream()
                .filter(point -> point.lead().isPresent())
                .collect(Collectors.groupingBy(point -> point.lead().orElseThrow()));
        var bodies = new ArrayList<DeskPage.OfBody>();
        led.forEach((body, points) -> bodies.add(new DeskPage.OfBody(
                names.getOrDefault(body, ""),
                points.stream()
                        .filter(point -> point.state() == OwnPoint.State.CHECKED)
                        .count(),
                points.size(),
                points.stream()
                        .filter(point -> point.state() != OwnPoint.State.CHECKED)
                        .map(point -> point.point().code())
                        .findFirst()
                        .orElse(null))));
        bodies.sort((one, other) -> Long.compare(other.all() - other.done(), one.all() - one.done()));
        return bodies;
    }

    /** From above one sees how far the units are, and no number of theirs. */
    private DeskPage above(RequestContext context) {
        var layer = context.user().is(Role.CITY) ? Layer.CITY : Layer.PROVINCE;
        var progress = reviews.progress(context.round(), layer);
        var units = rounds.units(context.round()).stream()
                .filter(unit -> context.user().whyNotSee(unit).isEmpty())
                .map(unit -> line(context, unit, layer, progress.getOrDefault(unit.code(), 0)))
                .toList();
        return new DeskPage(
                context.user(),
                context,
                owing.above(context),
                List.of(),
                rounds.due(context.round(), context.unit()),
                List.of(),
                units,
                results(context));
    }

    private DeskPage.UnitLine line(RequestContext context, Unit unit, Layer layer, int decided) {
        var standing = selfEvaluations.standing(context.round(), unit);
        var path = RequestContext.path(context.round(), unit);
        boolean reviews = standing.next() > 1
                && Reviews.whyNotSee(context.user(), unit, layer).isEmpty();
        var all = Duties.owed(rounds.framework(context.round(), unit)).size();
        return new DeskPage.UnitLine(
                unit.code(),
                unit.name(),
                unit.region(),
                States.word(standing),
                path,
                reviews ? new DeskPage.Reviewed(decided, all, path + "/review/" + layer.code()) : null);
    }
}
