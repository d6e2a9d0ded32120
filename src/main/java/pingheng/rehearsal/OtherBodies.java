package pingheng.rehearsal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import pingheng.evidence.Evidence;
import pingheng.evidence.Kind;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.framework.Point;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.submission.Answers;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SignOff.Step;
import pingheng.submission.SignOffs;
import pingheng.submission.figures.Reporting;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

/** Plays the bodies of a unit that nobody of the cast works for: each reports what it owns, fills in what it leads, and checks it. */
@Component
class OtherBodies {
    private final Casting casting;
    private final SelfEvaluations selfEvaluations;
    private final Answers answers;
    private final Evidence evidence;
    private final SignOffs signOffs;
    private final Reporting reporting;
    private final Clock clock;

    OtherBodies(
            Casting casting,
            SelfEvaluations selfEvaluations,
            Answers answers,
            Evidence evidence,
            SignOffs signOffs,
            Reporting reporting,
            Clock clock) {
        this.casting = casting;
        this.selfEvaluations = selfEvaluations;
        this.answers = answers;
        this.evidence = evidence;
        this.signOffs = signOffs;
        this.reporting = reporting;
        this.clock = clock;
    }

    /** Those who fill in and check for a body. */
    private record Staff(Visitor contact, Visitor checker) {}

    /** A body fills in what it leads and is not signed yet, and checks it. */
    void fill(HeldRound round, Unit unit, BodyId body, Played played) {
        var staff = new Staff(
                casting.onPost(unit, body, Role.CONTACT, new Login("contact-" + unit.code() + "-" + body)),
                casting.onPost(unit, body, Role.CHECKER, new Login("checker-" + unit.code() + "-" + body)));
        var asked = new RequestContext(staff.contact, round, unit, clock.instant());
        var own = own(round, unit);
        var drafts = new LinkedHashMap<PointCode, Answers.Draft>();
        var proved = new ArrayList<PointCode>();
        for (var point : unsigned(own, body, Step.FILLED)) {
            drafts.put(point.point().code(), played.draft(point, "对照评分细则自查，情况见数据和佐证。"));
            if (point.point().kind() == Point.Kind.QUALITATIVE
                    && point.evidence().isEmpty()) proved.add(point.point().code());
        }
        answers.save(asked, drafts);
        if (!proved.isEmpty()) {
            var taken = evidence.take("佐证材料.pdf", Leaflet.of("Evidence of " + unit.code()));
            answers.attach(asked, taken, Kind.MATERIAL, proved);
        }
        sign(own(round, unit), body, staff.contact, Step.FILLED);
        sign(own(round, unit), body, staff.checker, Step.CHECKED);
    }

    private void sign(SelfEvaluation own, BodyId body, Visitor visitor, Step step) {
        var digests = new LinkedHashMap<PointCode, String>();
        for (var point : unsigned(own, body, step)) digests.put(point.point().code(), point.digest());
        if (!digests.isEmpty()) signOffs.sign(own.askedBy(visitor, clock.instant()), digests, step);
    }

    private static List<OwnPoint> unsigned(SelfEvaluation own, BodyId body, Step step) {
        return own.points().stream()
                .filter(point -> point.lead().filter(lead -> lead.equals(body)).isPresent())
                .filter(point -> (step == Step.FILLED
                                ? point.signed().filled()
                                : point.signed().checked())
                        == null)
                .toList();
    }

    /** Each body enters what it owns and nobody has entered yet, the office what is its own. */
    void report(Visitor office, SelfEvaluation own, Played played) {
        var owners = reporting.owners(own);
        var entries = new TreeMap<BodyId, Map<String, Entry>>();
        for (var point : own.points())
            for (var cell : point.missing()) {
                var written = played.figures().get(cell.key());
                var owner = owners.of(cell.definition());
                if (written != null && owner.isPresent())
                    entries.computeIfAbsent(owner.get().body(), body -> new LinkedHashMap<>())
                            .put(
                                    cell.key(),
                                    new Entry.Value(cell, written.value(), written.source(), "", Version.NONE));
            }
        entries.forEach((body, of) -> reporting.report(
                own.askedBy(reporter(office, own.unit(), body), clock.instant()), List.copyOf(of.values())));
    }

    private Visitor reporter(Visitor office, Unit unit, BodyId body) {
        return office.post().body().id().equals(body)
                ? office
                : casting.onPost(unit, body, Role.CONTACT, new Login("contact-" + unit.code() + "-" + body));
    }

    private SelfEvaluation own(HeldRound round, Unit unit) {
        return selfEvaluations.of(round, unit);
    }
}
