package pingheng.rehearsal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Plays a unit that nobody visits, from its posts to its submission, in one transaction: one body answers for every point. */
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

    /** Those who work for a unit. */
    private record Staff(Visitor office, Visitor leader, Visitor contact, Visitor checker) {}

    /** Carries the unit to its submission; does nothing when it has submitted. */
    @Transactional
    public void submit(HeldRound round, Unit unit, Played played) {
        if (hands.selfEvaluations().standing(round, unit).next() > 1) return;
        var staff = staff(unit);
        var now = clock.instant();
        stage.duties()
                .replace(
                        staff.office,
                        round,
                        unit,
                        rows(Duties.owed(stage.rounds().framework(round, unit))));
        hands.schools().replace(staff.contact, round, unit, played.schools());
        report(staff, own(round, unit), played);
        var own = own(round, unit);
        var drafts = new LinkedHashMap<String, Answers.Draft>();
        for (var point : own.points()) {
            var code = point.point().code();
            var marks = played.marks().getOrDefault(code, "");
            drafts.put(code, new Answers.Draft(point.answer().version(), marks, null, "", "对照评分细则自查，情况见数据和佐证。"));
        }
        hands.answers().save(staff.contact, own, drafts, now);
        var qualitative = own.points().stream()
                .filter(point -> point.point().kind() == Point.Kind.QUALITATIVE)
                .map(point -> point.point().code())
                .toList();
        if (!qualitative.isEmpty()) {
            var taken = hands.evidence().take("佐证材料.pdf", Leaflet.of("Evidence of " + unit.code()));
            hands.answers().attach(staff.contact, own, taken, Kind.MATERIAL, qualitative, now);
        }
        hands.signOffs().sign(staff.contact, own, digests(own(round, unit)), Step.FILLED, now);
        hands.signOffs().sign(staff.checker, own, digests(own(round, unit)), Step.CHECKED, now);
        sealing.seal(staff.office, staff.leader, own(round, unit));
    }

    /** The one body enters what it owns, the office what is its own. */
    private void report(Staff staff, SelfEvaluation own, Played played) {
        var owners = hands.reporting().owners(own);
        for (var hand : List.of(staff.contact, staff.office)) {
            var entries = new LinkedHashMap<String, Entry>();
            for (var point : own.points())
                for (var cell : point.missing()) {
                    var written = played.figures().get(cell.key());
                    boolean theirs = owners.of(cell.definition())
                            .filter(owner -> owner.body() == hand.post().body().id())
                            .isPresent();
                    if (written != null && theirs)
                        entries.put(cell.key(), new Entry.Value(cell, written.value(), written.source(), "", 0));
                }
            hands.reporting().report(hand, own, List.copyOf(entries.values()), clock.instant());
        }
    }

    private static Map<String, String> digests(SelfEvaluation own) {
        var digests = new LinkedHashMap<String, String>();
        for (OwnPoint point : own.points()) digests.put(point.point().code(), point.digest());
        return digests;
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

    private Staff staff(Unit unit) {
        var code = unit.code();
        long office = casting.body(unit, "履行教育职责评价领导小组办公室", "领导小组办公室", "督导室");
        long body = casting.body(unit, BODY, BODY, "教育");
        return new Staff(
                casting.holder(office, Role.OFFICE, "office-" + code, unit.name()),
                casting.holder(office, Role.LEADER, "leader-" + code, unit.name()),
                casting.holder(body, Role.CONTACT, "contact-" + code, unit.name()),
                casting.holder(body, Role.CHECKER, "checker-" + code, unit.name()));
    }
}
