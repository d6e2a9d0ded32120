package pingheng.rehearsal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.duty.Duties;
import pingheng.duty.Duties.Assign;
import pingheng.duty.DutyRow;
import pingheng.framework.Point;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.problem.Place;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.submission.OwnPoint;
import pingheng.submission.SelfEvaluation;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SubmissionStatus;
import pingheng.submission.tables.SchoolTables;
import pingheng.value.BodyId;
import pingheng.value.Login;

/**
 * Plays a unit, from its posts to its submission, in one transaction: one body answers for every point that no visitor has given to
 * another. What visitors have written, signed or frozen there is left as it is.
 */
@Service
public class OtherUnit {
    private static final String BODY = "教育局";

    private final Casting casting;
    private final Duties duties;
    private final SelfEvaluations selfEvaluations;
    private final SchoolTables schools;
    private final Sealing sealing;
    private final OtherBodies others;
    private final Clock clock;

    OtherUnit(
            Casting casting,
            Duties duties,
            SelfEvaluations selfEvaluations,
            SchoolTables schools,
            Sealing sealing,
            OtherBodies others,
            Clock clock) {
        this.casting = casting;
        this.duties = duties;
        this.selfEvaluations = selfEvaluations;
        this.schools = schools;
        this.sealing = sealing;
        this.others = others;
        this.clock = clock;
    }

    /** Carries the unit to its submission; does nothing when it has submitted. */
    @Transactional
    public void submit(HeldRound round, Unit unit, Played played) {
        var standing = selfEvaluations.standing(round, unit);
        if (standing.next() > 1) return;
        BodyId body = casting.body(unit, "履行教育职责评价领导小组办公室", "领导小组办公室", "督导室");
        var office = casting.onPost(unit, body, Role.OFFICE, new Login("office-" + unit.code()));
        var leader = casting.onPost(unit, body, Role.LEADER, new Login("leader-" + unit.code()));
        if (standing instanceof SubmissionStatus.Drafting) {
            var asked = new RequestContext(office, round, unit, clock.instant());
            assign(asked);
            if (schools.of(own(round, unit)).isEmpty() && !played.schools().isEmpty())
                schools.replace(asked, played.schools());
            others.report(office, own(round, unit), played);
            bodies(round, unit).keySet().forEach(lead -> others.fill(round, unit, lead, played));
        }
        sealing.seal(office, leader, own(round, unit));
    }

    /** One body leads whatever nobody leads yet. */
    private void assign(RequestContext office) {
        var unit = office.unit();
        BodyId body = casting.body(unit, BODY, BODY, "教育");
        casting.onPost(unit, body, Role.CONTACT, new Login("contact-" + unit.code()));
        casting.onPost(unit, body, Role.CHECKER, new Login("checker-" + unit.code()));
        var own = own(office.round(), unit);
        var open = own.points().stream()
                .filter(point -> point.lead().isEmpty())
                .map(OwnPoint::point)
                .toList();
        if (open.size() == own.points().size()) duties.replace(office, rows(Duties.owed(own.framework())));
        else for (var point : open) duties.assign(office, point.code(), new Assign(body, List.of()));
    }

    /** What a body leads, by body. */
    private Map<BodyId, List<OwnPoint>> bodies(HeldRound round, Unit unit) {
        var bodies = new TreeMap<BodyId, List<OwnPoint>>();
        for (var point : own(round, unit).points())
            bodies.computeIfAbsent(point.lead().orElseThrow(), body -> new ArrayList<>())
                    .add(point);
        return bodies;
    }

    private static List<DutyRow> rows(List<Point> points) {
        return points.stream()
                .map(point ->
                        new DutyRow(point.code(), List.of(BODY), List.of(), List.of(), "", Place.file("points.tsv")))
                .toList();
    }

    private SelfEvaluation own(HeldRound round, Unit unit) {
        return selfEvaluations.of(round, unit);
    }
}
