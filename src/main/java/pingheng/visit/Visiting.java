package pingheng.visit;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Audience;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.Role;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.problem.StandingText;
import pingheng.round.RoundContext;
import pingheng.round.lock.UnitLock;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** What happens around a visit: the province sends inspectors, they note findings and hand them over, the unit countersigns. */
@Service
public class Visiting {
    private static final int LONGEST = 5000;

    private final VisitStore store;
    private final Visits visits;
    private final UnitLock lock;
    private final Ledger ledger;
    private final Clock clock;

    Visiting(VisitStore store, Visits visits, UnitLock lock, Ledger ledger, Clock clock) {
        this.store = store;
        this.visits = visits;
        this.lock = lock;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A finding on top of the version that was seen, 0 for none; an empty text takes it back. */
    public record Noted(
            Version seen,
            PointCode point,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String text) {}

    /** What the unit says to the findings whose digest it saw. */
    public record Countersigned(
            String digest,
            boolean agrees,
            @JsonSetter(nulls = Nulls.AS_EMPTY) String text) {}

    /** Sends the holders of a post to the unit. */
    @Transactional
    public void assign(RoundContext context, UnitCode unit, PostId post) {
        var visitor = context.user();
        var round = context.round();
        Refused.on(Sampling.whyNotLead(visitor));
        var visit = visits.seen(visitor, round, unit);
        var inspector = visits.inspectors().stream()
                .filter(one -> one.post().equals(post))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.malformed(
                        "visit.no-inspector", "请选择一个有人在岗的实地抽查岗位", "Choose a post of inspectors that somebody holds")));
        store.assign(round.id(), unit, post, visitor.login(), clock.instant());
        ofVisit(
                visitor,
                visit,
                "visit.assigned",
                Sentence.of(
                        "指派 %1$s %2$s 实地核查%3$s",
                        "%1$s %2$s is sent to visit %3$s",
                        inspector.title(),
                        inspector.name(),
                        visit.unit().name()));
    }

    /** Takes an assignment back; what was found stays. */
    @Transactional
    public void remove(RoundContext context, UnitCode unit, PostId post) {
        Refused.on(Sampling.whyNotLead(context.user()));
        var visit = visits.seen(context.user(), context.round(), unit);
        if (!store.remove(context.round().id(), unit, post, context.user().login(), clock.instant()))
            throw new Refused(Reason.unknown());
        ofVisit(
                context.user(),
                visit,
                "visit.unassigned",
                Sentence.of(
                        "取消一个实地核查指派：%1$s",
                        "An assignment is taken back: %1$s", visit.unit().name()));
    }

    /** Why the visitor cannot write findings: they are not sent there, or the stage is locked. */
    public static Optional<Reason> whyNotNote(Visitor visitor, Visit visit, Instant arrived) {
        if (!visitor.is(Role.INSPECTOR) || !visit.assigned(visitor.post().id()))
            return Optional.of(Reason.forbidden(
                    "visit.inspector", "由指派到该单位的实地抽查人员记录", "Findings are noted by those who are sent there"));
        return locked(visit, arrived);
    }

    /** Notes what was found on a point; in the chain of the visit, because the unit reads it when it is handed over. */
    @Transactional
    public void note(RoundContext context, UnitCode unit, Noted noted) {
        var visit = alone(context, unit);
        var point = noted.point();
        var text = noted.text();
        Refused.on(whyNotNote(context.user(), visit, context.arrived()));
        if (visit.framework().points().stream().noneMatch(one -> one.code().equals(point)))
            throw new Refused(Reason.malformed("visit.no-point", "没有观测点 %1$s", "There is no point %1$s", point));
        if (text.length() > LONGEST)
            throw new Refused(
                    Reason.malformed("visit.long", "一条记录至多 %1$d 字", "A finding has %1$d characters at most", LONGEST));
        Version version = visit.version(point);
        var finding = new SiteFinding(
                point, version.next(), text.strip(), context.user().name(), clock.instant());
        if (!version.equals(noted.seen()) || !store.note(context.round().id(), unit, finding, context.user()))
            throw new Refused(meanwhile(), noted(visits.of(context.round(), visit.unit()), point));

        boolean there = !finding.text().isEmpty();
        ledger.record(
                context.user().actor(),
                Chain.of(unit, Audience.VISIT),
                there ? "visit.noted" : "visit.taken-back",
                "visit/" + unit + "/" + point,
                Sentence.of(
                        there ? "记录对%1$s观测点 %2$s 的核查情况，第 %3$s 版" : "撤回对%1$s观测点 %2$s 的核查记录，第 %3$s 版",
                        there
                                ? "A finding on %1$s is noted, point %2$s, version %3$s"
                                : "A finding on %1$s is taken back, point %2$s, version %3$s",
                        visit.unit().name(),
                        point,
                        finding.version()));
    }

    /** Why the findings cannot be handed over to the unit. */
    public static Optional<Reason> whyNotHandOver(Visitor visitor, Visit visit, Instant arrived) {
        var note = whyNotNote(visitor, visit, arrived);
        if (note.isPresent()) return note;
        if (visit.noted().isEmpty())
            return Optional.of(Reason.conflict("visit.nothing", "还没有一条核查记录", "Nothing was noted yet"));
        return visit.handedOver()
                .map(record -> Reason.conflict(
                        "visit.handed-over", "已交被查单位会签，此后没有改动", "Handed over already, nothing changed since"));
    }

    /** Hands the findings that were seen over to the unit, which from then on reads them. */
    @Transactional
    public void handOver(RoundContext context, UnitCode unit, String digest) {
        var visit = alone(context, unit);
        Refused.on(whyNotHandOver(context.user(), visit, context.arrived()));
        if (!visit.digest().equals(digest)) throw new Refused(meanwhile());
        store.handOver(context.round().id(), unit, digest, context.user(), clock.instant());
        record(
                context.user(),
                visit,
                "visit.handed-over",
                Sentence.of(
                        "实地核查记录 %1$d 条交被查单位会签，摘要 %2$s",
                        "%1$d findings are handed over, digest %2$s",
                        visit.noted().size(),
                        digest));
    }

    /** Why the visitor cannot countersign: only the office or the head of the visited unit does, what was handed over, once. */
    public static Optional<Reason> whyNotCountersign(Visitor visitor, Visit visit, Instant arrived) {
        boolean may = visitor.is(Role.OFFICE) || visitor.is(Role.LEADER);
        if (!may || !visitor.ownsUnit(visit.unit().code()))
            return Optional.of(Reason.forbidden(
                    "visit.countersigner",
                    "由被查单位的领导小组办公室或组长、副组长会签",
                    "The office or the head of the visited unit's leading group countersigns"));
        if (visit.handedOver().isEmpty())
            return Optional.of(
                    Reason.conflict("visit.not-handed-over", "还没有收到核查记录", "No findings were handed over yet"));
        if (visit.countersigned().isPresent())
            return Optional.of(Reason.conflict("visit.countersigned", "已经会签", "Countersigned already"));
        return locked(visit, arrived);
    }

    /** The unit says that it is so, or what it objects to; either is kept beside the findings. */
    @Transactional
    public void countersign(RoundContext context, UnitCode unit, Countersigned word) {
        var digest = word.digest();
        var visit = alone(context, unit);
        Refused.on(whyNotCountersign(context.user(), visit, context.arrived()), said(visit));
        var record = visit.handedOver().orElseThrow();
        if (!record.digest().equals(digest)) throw new Refused(meanwhile());
        if (!word.agrees() && word.text().isBlank() || word.text().length() > LONGEST)
            throw new Refused(Reason.malformed(
                    "visit.objection",
                    "有异议的，请写明是什么，至多 %1$d 字",
                    "Say in at most %1$d characters what is objected to",
                    LONGEST));
        var text = word.text().strip();
        if (!store.countersign(record.id(), word.agrees(), text, context.user(), clock.instant()))
            throw new Refused(meanwhile(), said(visits.of(context.round(), visit.unit())));
        record(
                context.user(),
                visit,
                "visit.countersigned",
                word.agrees()
                        ? Sentence.of("会签实地核查记录：情况属实，摘要 %1$s", "Findings countersigned as true, digest %1$s", digest)
                        : Sentence.of(
                                "会签实地核查记录：有异议（%2$s），摘要 %1$s",
                                "Findings countersigned with an objection (%2$s), digest %1$s", digest, text));
    }

    /** What is noted on a point, also that it was taken back. */
    private static List<StandingText> noted(Visit visit, PointCode point) {
        return visit.findings().stream()
                .filter(finding -> finding.point().equals(point))
                .map(finding -> finding.text().isEmpty()
                        ? new StandingText(finding.name(), finding.at(), new Sentence("（已撤回）", "(taken back)"))
                        : StandingText.of(finding.name(), finding.at(), finding.text()))
                .toList();
    }

    /** What the unit has said to the findings. */
    private static List<StandingText> said(Visit visit) {
        return visit.countersigned().stream()
                .map(word -> word.text().isEmpty()
                        ? new StandingText(word.name(), word.at(), new Sentence("情况属实", "it is so"))
                        : StandingText.of(word.name(), word.at(), word.text()))
                .toList();
    }

    private Visit alone(RoundContext context, UnitCode code) {
        var unit = visits.unit(context.user(), context.round(), code);
        lock.alone(context.round(), unit);
        return visits.of(context.round(), unit);
    }

    /** In the chain of the visit, because the unit learns who was sent with the findings. */
    private void ofVisit(Visitor visitor, Visit visit, String verb, Sentence told) {
        ledger.record(
                visitor.actor(),
                Chain.of(visit.unit().code(), Audience.VISIT),
                verb,
                "visit/" + visit.unit().code(),
                told);
    }

    private void record(Visitor visitor, Visit visit, String verb, Sentence told) {
        ledger.record(
                visitor.actor(),
                visit.unit().code(),
                verb,
                "visit/" + visit.unit().code(),
                told);
    }

    private static Optional<Reason> locked(Visit visit, Instant arrived) {
        return visit.lock() == null ? Optional.empty() : visit.lock().whyNot(arrived);
    }

    private static Reason meanwhile() {
        return Reason.conflict(
                "visit.meanwhile",
                "您打开页面后记录有了变动；请重新查看",
                "The findings have changed since you opened the page: look again");
    }
}
