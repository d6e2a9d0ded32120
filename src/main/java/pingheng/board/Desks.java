package pingheng.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import pingheng.duty.Duties;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.Milestones;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SubmissionStatus;
import pingheng.submission.pages.States;

/** Lays a desk for each post: what is missing first, sorted by consequence. */
@Service
class Desks {
    private static final int RECENT = 8;

    private final Rounds rounds;
    private final SelfEvaluations selfEvaluations;
    private final UnitLedger ledger;
    private final Owing owing;
    private final Reviews reviews;
    private final Clock clock;

    Desks(
            Rounds rounds,
            SelfEvaluations selfEvaluations,
            UnitLedger ledger,
            Owing owing,
            Reviews reviews,
            Clock clock) {
        this.rounds = rounds;
        this.selfEvaluations = selfEvaluations;
        this.ledger = ledger;
        this.owing = owing;
        this.reviews = reviews;
        this.clock = clock;
    }

    DeskPage of(Outlook outlook) {
        var visitor = outlook.visitor();
        var round = outlook.newest().flatMap(outlook::of);
        if (round.isEmpty())
            return new DeskPage(visitor, null, List.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
        var context = new RequestContext(visitor, round.get().round(), outlook.unit(), clock.instant());
        var dates = round.get().dates();
        return visitor.ownsUnit(outlook.unit().code())
                ? own(context, outlook, dates)
                : above(context, outlook, dates.due());
    }

    private DeskPage own(RequestContext context, Outlook outlook, Milestones dates) {
        var own = selfEvaluations.of(context, dates);
        return new DeskPage(
                context.user(),
                context,
                owing.tasks(context, own, outlook.inForce(context.round())),
                context.user().is(Role.OFFICE) || context.user().is(Role.LEADER) ? byBody(own) : List.of(),
                dates.due(),
                ledger.newest(context, RECENT),
                List.of(),
                results(context, outlook));
    }

    /** The other rounds whose results are in force, each with the way to its ranking and, for one of its units, to the derivations. */
    private static List<DeskPage.Result> results(RequestContext context, Outlook outlook) {
        return outlook.rounds().stream()
                .filter(one -> one.round().id() != context.round().id() && outlook.inForce(one.round()))
                .map(one -> new DeskPage.Result(
                        one.round().settings().title(),
                        "/r/" + one.round().code() + "/ranking",
                        one.evaluates(context.unit())
                                ? RequestContext.path(one.round(), context.unit()) + "/dossier"
                                : null))
                .toList();
    }

    /** The bodies by how much they still owe, the most first. */
    private static List<DeskPage.OfBody> byBody(SelfEvaluation own) {
        var names = own.owed().names();
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
    private DeskPage above(RequestContext context, Outlook outlook, Map<Stage, LocalDate> due) {
        return new DeskPage(
                context.user(),
                context,
                owing.above(context),
                List.of(),
                due,
                List.of(),
                units(context),
                results(context, outlook));
    }

    /** Those who review all or some of the units see them; members of the committee and inspectors none. */
    private List<DeskPage.UnitLine> units(RequestContext context) {
        if (!context.user().is(Role.CITY) && !context.user().is(Role.PROVINCE)) return List.of();
        var layer = context.user().is(Role.CITY) ? Layer.CITY : Layer.PROVINCE;
        var progress = reviews.progress(context.round(), layer);
        var standings = selfEvaluations.outlines(context.round());
        return rounds.units(context.round()).stream()
                .filter(unit -> context.user().whyNotSee(unit).isEmpty())
                .map(unit -> line(
                        context,
                        unit,
                        layer,
                        standings.getOrDefault(unit.code(), SubmissionStatus.Outline.DRAFTING),
                        progress.getOrDefault(unit.code(), 0)))
                .toList();
    }

    private DeskPage.UnitLine line(
            RequestContext context, Unit unit, Layer layer, SubmissionStatus.Outline standing, int decided) {
        var path = RequestContext.path(context.round(), unit);
        boolean reviews = standing.submitted() > 0
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
