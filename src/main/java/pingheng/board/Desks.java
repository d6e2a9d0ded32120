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
import pingheng.round.Rounds;
import pingheng.round.pages.Where;
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
        var where = new Where(visitor, round.get(), unit, clock.instant());
        return visitor.ownsUnit(unit.code()) ? own(where) : above(where);
    }

    private DeskPage own(Where where) {
        var own = selfEvaluations.of(where.round(), where.unit());
        return new DeskPage(
                where.visitor(),
                where,
                owing.tasks(where, own),
                where.visitor().is(Role.OFFICE) || where.visitor().is(Role.LEADER) ? byBody(own) : List.of(),
                rounds.due(where.round(), where.unit()),
                ledger.before(where.visitor(), where.unit(), Long.MAX_VALUE, RECENT),
                List.of(),
                results(where));
    }

    /** The other rounds whose results are in force, each with the way to its ranking and, for one of its units, to the derivations. */
    private List<DeskPage.Result> results(Where where) {
        return rounds.all().stream()
                .filter(round -> round.id() != where.round().id()
                        && released.inForce(round).isPresent())
                .map(round -> new DeskPage.Result(
                        round.settings().title(),
                        "/r/" + round.code() + "/ranking",
                        rounds.units(round).contains(where.unit())
                                ? Where.path(round, where.unit()) + "/dossier"
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
                        .orElse(""))));
        bodies.sort((one, other) -> Long.compare(other.all() - other.done(), one.all() - one.done()));
        return bodies;
    }

    /** From above one sees how far the units are, and no number of theirs. */
    private DeskPage above(Where where) {
        var layer = where.visitor().is(Role.CITY) ? Layer.CITY : Layer.PROVINCE;
        var progress = reviews.progress(where.round(), layer);
        var units = rounds.units(where.round()).stream()
                .filter(unit -> where.visitor().whyNotSee(unit).isEmpty())
                .map(unit -> line(where, unit, layer, progress.getOrDefault(unit.code(), 0)))
                .toList();
        return new DeskPage(
                where.visitor(),
                where,
                owing.above(where),
                List.of(),
                rounds.due(where.round(), where.unit()),
                List.of(),
                units,
                results(where));
    }

    private DeskPage.UnitLine line(Where where, Unit unit, Layer layer, int decided) {
        var standing = selfEvaluations.standing(where.round(), unit);
        var path = Where.path(where.round(), unit);
        boolean reviews = standing.next() > 1
                && Reviews.whyNotSee(where.visitor(), unit, layer).isEmpty();
        var all = Duties.owed(rounds.framework(where.round(), unit)).size();
        return new DeskPage.UnitLine(
                unit.code(),
                unit.name(),
                unit.region(),
                States.word(standing),
                path,
                reviews ? new DeskPage.Reviewed(decided, all, path + "/review/" + layer.code()) : null);
    }
}
