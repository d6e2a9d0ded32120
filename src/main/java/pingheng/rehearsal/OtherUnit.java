package pingheng.rehearsal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.duty.Duties;
import pingheng.duty.DutyRow;
import pingheng.evidence.Kind;
import pingheng.figure.ReportedFigures.Entry;
import pingheng.framework.Point;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Place;
import pingheng.round.HeldRound;
import pingheng.submission.Answers;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SignOff.Step;
import pingheng.submission.Standing;

/**
 * Plays a unit, from its posts to its submission, in one transaction: one body answers for every point that no visitor has given to
 * another. What visitors have written, signed or frozen there is left as it is.
 */
@Service
public class OtherUnit {
    private static final String BODY = "教育局";

    private final Casting casting;
    private final Opening.Stagehands stage;
    private final Hands hands;
    private final Sealing sealing;
    private final Clock clock;

    OtherUnit(Casting casting, Opening.Stagehands stage, Hands hands, Sealing sealing, Clock clock) {
        this.casting = casting;
        this.stage = stage;
        this.hands = hands;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** Those who fill in and check for a body. */
    private record Staff(Visitor contact, Visitor checker) {}

    /** Carries the unit to its submission; does nothing when it has submitted. */
    @Transactional
    public void submit(HeldRound round, Unit unit, Played played) {
        var standing = hands.selfEvaluations().standing(round, unit);
        if (standing.next() > 1) return;
        long body = casting.body(unit, "履行教育职责评价领导小组办公室", "领导小组办公室", "督导室");
        var office = casting.onPost(unit, body, Role.OFFICE, "office-" + unit.code());
        var leader = casting.onPost(unit, body, Role.LEADER, "leader-" + unit.code());
        if (standing instanceof Standing.Drafting) {
            assign(office, round, unit);
            if (hands.schools().of(round, unit).isEmpty())
                hands.schools().replace(office, round, unit, played.schools());
            report(office, own(round, unit), played);
            bodies(round, unit).keySet().forEach(lead -> fill(round, unit, lead, played));
        }
        sealing.seal(office, leader, own(round, unit));
    }

    /** One body leads whatever nobody leads yet. */
    private void assign(Visitor office, HeldRound round, Unit unit) {
        long body = casting.body(unit, BODY, BODY, "教育");
        casting.onPost(unit, body, Role.CONTACT, "contact-" + unit.code());
        casting.onPost(unit, body, Role.CHECKER, "checker-" + unit.code());
        var own = own(round, unit);
        var open = own.points().stream()
                .filter(point -> point.lead().isEmpty())
                .map(OwnPoint::point)
                .toList();
        if (open.size() == own.points().size())
            stage.duties().replace(office, round, unit, rows(Duties.owed(own.framework())));
        else for (var point : open) stage.duties().assign(office, round, unit, point.code(), body, List.of());
    }

    /** What a body leads, by body. */
    private Map<Long, List<OwnPoint>> bodies(HeldRound round, Unit unit) {
        var bodies = new TreeMap<Long, List<OwnPoint>>();
        for (var point : own(round, unit).points())
            bodies.computeIfAbsent(point.lead().orElseThrow(), body -> new ArrayList<>())
                    .add(point);
        return bodies;
    }

    /** A body fills in what it leads and is not signed yet, and checks it. */
    private void fill(HeldRound round, Unit unit, long body, Played played) {
        var staff = new Staff(
                casting.onPost(unit, body, Role.CONTACT, "contact-" + unit.code() + "-" + body),
                casting.onPost(unit, body, Role.CHECKER, "checker-" + unit.code() + "-" + body));
        var now = clock.instant();
        var own = own(round, unit);
        var drafts = new LinkedHashMap<String, Answers.Draft>();
        var proved = new ArrayList<String>();
        for (var point : unsigned(own, body, Step.FILLED)) {
            drafts.put(point.point().code(), played.draft(point, "对照评分细则自查，情况见数据和佐证。"));
            if (point.point().kind() == Point.Kind.QUALITATIVE
                    && point.evidence().isEmpty()) proved.add(point.point().code());
        }
        hands.answers().save(staff.contact, own, drafts, now);
        if (!proved.isEmpty()) {
            var taken = hands.evidence().take("佐证材料.pdf", Leaflet.of("Evidence of " + unit.code()));
            hands.answers().attach(staff.contact, own, taken, Kind.MATERIAL, proved, now);
        }
        sign(own(round, unit), body, staff.contact, Step.FILLED);
        sign(own(round, unit), body, staff.checker, Step.CHECKED);
    }

    private void sign(SelfEvaluation own, long body, Visitor visitor, Step step) {
        var digests = new LinkedHashMap<String, String>();
        for (var point : unsigned(own, body, step)) digests.put(point.point().code(), point.digest());
        if (!digests.isEmpty()) hands.signOffs().sign(visitor, own, digests, step, clock.instant());
    }

    private static List<OwnPoint> unsigned(SelfEvaluation own, long body, Step step) {
        return own.points().stream()
                .filter(point -> point.lead().filter(lead -> lead == body).isPresent())
                .filter(point -> (step == Step.FILLED
                                ? point.signed().filled()
                                : point.signed().checked())
                        == null)
                .toList();
    }

    /** Each body enters what it owns and nobody has entered yet, the office what is its own. */
    private void report(Visitor office, SelfEvaluation own, Played played) {
        var owners = hands.reporting().owners(own);
        var entries = new TreeMap<Long, Map<String, Entry>>();
        for (var point : own.points())
            for (var cell : point.missing()) {
                var written = played.figures().get(cell.key());
                var owner = owners.of(cell.definition());
                if (written != null && owner.isPresent())
                    entries.computeIfAbsent(owner.get().body(), body -> new LinkedHashMap<>())
                            .put(cell.key(), new Entry.Value(cell, written.value(), written.source(), "", 0));
            }
        entries.forEach((body, of) -> hands.reporting()
                .report(reporter(office, own.unit(), body), own, List.copyOf(of.values()), clock.instant()));
    }

    private Visitor reporter(Visitor office, Unit unit, long body) {
        return office.post().body().id() == body
                ? office
                : casting.onPost(unit, body, Role.CONTACT, "contact-" + unit.code() + "-" + body);
    }

    private static List<DutyRow> rows(List<Point> points) {
        return points.stream()
                .map(point ->
                        new DutyRow(point.code(), List.of(BODY), List.of(), List.of(), "", Place.file("points.tsv")))
                .toList();
    }

    private SelfEvaluation own(HeldRound round, Unit unit) {
        return hands.selfEvaluations().of(round, unit);
    }
}
