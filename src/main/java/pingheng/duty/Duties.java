package pingheng.duty;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.digest.Sha256;
import pingheng.framework.Framework;
import pingheng.framework.Point;
import pingheng.ledger.Ledger;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.HeldRound;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.round.lock.UnitLock;
import pingheng.value.BodyId;
import pingheng.value.PointCode;

/** The responsibility table 分工表 of a unit. Its office decides it; what has been written stays with the unit. */
@Service
public class Duties {
    private final DutyStore store;
    private final UnitLock lock;
    private final Rounds rounds;
    private final People people;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    Duties(
            DutyStore store,
            UnitLock lock,
            Rounds rounds,
            People people,
            Ledger ledger,
            ApplicationEventPublisher events) {
        this.store = store;
        this.lock = lock;
        this.rounds = rounds;
        this.people = people;
        this.ledger = ledger;
        this.events = events;
    }

    /** Told before the table or what a body owes changes: whoever above objects refuses, and nothing changes. */
    public record Changing(HeldRound round, Unit unit) {}

    /** Who leads a point, and who cooperates. */
    public record Assign(
            BodyId lead, @JsonSetter(nulls = Nulls.AS_EMPTY) List<BodyId> cooperating) {}

    public List<Duty> of(HeldRound round, Unit unit) {
        return store.duties(round.id(), unit.code());
    }

    /** The points that the unit's bodies owe: those its figures and marks decide, not a survey or a committee. */
    public static List<Point> owed(Framework framework) {
        return framework.points().stream()
                .filter(point -> point.scoredBy() == Point.ScoredBy.COUNTY)
                .toList();
    }

    /** The point of that code, if the unit's bodies owe it. */
    public Optional<Point> owed(RequestContext context, PointCode code) {
        return owed(rounds.framework(context.round(), context.unit())).stream()
                .filter(point -> point.code().equals(code))
                .findFirst();
    }

    /** Whether the visitor's body has a part in a point, whose duties these are; the office has one in all. */
    public static Optional<Reason> whyNotWork(Visitor visitor, Unit unit, List<Duty> ofPoint) {
        if (!visitor.ownsUnit(unit.code()))
            return Optional.of(
                    notYours("由%1$s自己填写，您在这里只能查看", "%1$s fills this in itself; you can only look here", unit.name()));
        if (visitor.is(Role.OFFICE)) return Optional.empty();
        if (visitor.is(Role.LEADER))
            return Optional.of(
                    notYours(
                            "由牵头和配合单位的联系人填写；领导小组组长、副组长退回观测点、审签全部材料",
                            "The contacts of the bodies with a part in it fill this in; the leading group sends points back and signs the whole"));
        return ofPoint.stream()
                .filter(duty -> duty.body().equals(visitor.post().body().id()))
                .findFirst()
                .map(duty -> whyNotWrite(visitor, duty))
                .orElseGet(
                        () -> Optional.of(
                                notYours(
                                        "这个观测点不由您的单位牵头或配合；如分工有误，请联系本单位领导小组办公室",
                                        "Your body neither leads this point nor cooperates: if the table is wrong, ask the office of your leading group")));
    }

    /** The body has a part; of its posts that of the contact writes. */
    private static Optional<Reason> whyNotWrite(Visitor visitor, Duty duty) {
        if (visitor.is(Role.CONTACT)) return Optional.empty();
        return Optional.of(
                duty.leads()
                        ? notYours("由本单位联系人填写，您只审核", "The contact of your body fills this in, you only check it")
                        : notYours(
                                "由本单位联系人填写，由牵头单位的审核人审核",
                                "The contact of your body fills this in, the checker of the body that leads checks it"));
    }

    /** Tells one table of the unit from another: SHA-256 over who has which part in what. */
    public String digest(HeldRound round, Unit unit) {
        var table = of(round, unit).stream()
                .map(duty -> duty.point() + "\t" + duty.body() + "\t" + duty.part())
                .sorted()
                .collect(Collectors.joining("\n"));
        return Sha256.of(table);
    }

    /** As below, provided that the table is still the one whose digest was seen. */
    @Transactional
    public int replace(RequestContext context, List<DutyRow> rows, String seen) {
        Refused.on(context.user().whyNotOffice(context.unit()));
        lock.alone(context.round(), context.unit());
        if (!digest(context.round(), context.unit()).equals(seen))
            throw new Refused(
                    Reason.conflict(
                            "duty.changed-meanwhile",
                            "预览之后分工表又有改动，没有导入；请重新上传，再看一次会改变什么",
                            "The table has changed since the preview and nothing was imported: hand it in again to see what it changes"));
        return replace(context, rows);
    }

    /** Replaces the whole table by rows that have been read without a finding. */
    @Transactional
    public int replace(RequestContext context, List<DutyRow> rows) {
        Refused.on(context.user().whyNotOffice(context.unit()));
        lock.alone(context.round(), context.unit());
        events.publishEvent(new Changing(context.round(), context.unit()));
        var bodies = people.bodies(context.unit().code()).stream().collect(Collectors.toMap(Body::name, Body::id));
        var contacts = ContactPosts.of(people, context.unit());
        var before = of(context.round(), context.unit());

        var after = rows.stream().flatMap(row -> duties(row, bodies, contacts)).toList();
        allot(context, before, after);

        var taken = takenAway(before, after);
        ledger.record(
                context.user().actor(),
                context.unit().code(),
                "duty.table",
                "duty",
                Sentence.of(
                        "导入分工表：%1$d 个观测点；%2$d 项职责不再由原单位承担，已写的内容保留",
                        "Responsibility table imported: %1$d points; %2$d duties leave their body, what was written stays",
                        rows.size(),
                        taken));
        return taken;
    }

    /** Reassigns one point: its lead and those who cooperate. */
    @Transactional
    public void assign(RequestContext context, PointCode point, Assign assigned) {
        var lead = assigned.lead();
        var cooperating = assigned.cooperating();
        Refused.on(context.user().whyNotOffice(context.unit()));
        lock.alone(context.round(), context.unit());
        events.publishEvent(new Changing(context.round(), context.unit()));
        var names = people.bodies(context.unit().code()).stream().collect(Collectors.toMap(Body::id, Body::name));
        var all = new HashSet<>(cooperating);
        all.add(lead);
        if (!names.keySet().containsAll(all)) throw new Refused(Reason.unknown());
        if (cooperating.contains(lead))
            throw new Refused(Reason.malformed(
                    "duty.both-parts",
                    "%s 不能既牵头又配合",
                    "%s cannot both lead and cooperate",
                    String.valueOf(names.get(lead))));

        var contacts = ContactPosts.of(people, context.unit());
        var allotted = new ArrayList<Duty>();
        allotted.add(new Duty(point, lead, Duty.Part.LEAD, contacts.post(lead, "")));
        for (var body : new HashSet<>(cooperating))
            allotted.add(new Duty(point, body, Duty.Part.COOPERATING, contacts.post(body, "")));
        store.allot(context, point, allotted);

        ledger.record(
                context.user().actor(),
                context.unit().code(),
                "duty.assigned",
                "point/" + point,
                Sentence.of("观测点 %1$s 由%2$s牵头", "Point %1$s is led by %2$s", point, String.valueOf(names.get(lead))));
    }

    public Map<BodyId, List<Obligation>> obligations(HeldRound round, Unit unit) {
        return owed(round, unit).obligations();
    }

    /** The whole table of the unit with what else its bodies owe. */
    public OwedWork owed(HeldRound round, Unit unit) {
        return store.owed(round.id(), unit.code());
    }

    /** Says whether a body owes this, too; not while what it led to is frozen or submitted. */
    @Transactional
    public void oblige(RequestContext context, BodyId body, Obligation obligation, boolean owes) {
        Refused.on(context.user().whyNotOffice(context.unit()));
        var known = people.bodies(context.unit().code()).stream()
                .filter(one -> one.id().equals(body))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));

        lock.alone(context.round(), context.unit());
        events.publishEvent(new Changing(context.round(), context.unit()));

        store.oblige(context, body, obligation, owes);

        ledger.record(
                context.user().actor(),
                context.unit().code(),
                owes ? "duty.obliged" : "duty.released",
                "body/" + body,
                Sentence.of(
                        owes ? "%1$s须报送%2$s" : "%1$s无须报送%2$s",
                        owes ? "%1$s owes: %3$s" : "%1$s no longer owes: %3$s",
                        known.name(),
                        obligation.title().zh(),
                        obligation.title().en()));
    }

    private static Stream<Duty> duties(DutyRow row, Map<String, BodyId> bodies, ContactPosts contacts) {
        var leads = row.lead().stream().map(name -> known(bodies, name)).map(lead -> {
            return new Duty(row.point(), lead, Duty.Part.LEAD, contacts.post(lead, row.contact()));
        });
        var others = row.cooperating().stream().map(name -> known(bodies, name)).map(body -> {
            return new Duty(row.point(), body, Duty.Part.COOPERATING, contacts.post(body, ""));
        });
        return Stream.concat(leads, others);
    }

    /** A new version for each point whose allotment is another than before. */
    private void allot(RequestContext context, List<Duty> before, List<Duty> after) {
        var was = before.stream().collect(Collectors.groupingBy(Duty::point, Collectors.toSet()));
        var is = after.stream().collect(Collectors.groupingBy(Duty::point));
        was.keySet().forEach(point -> is.putIfAbsent(point, List.of()));
        is.forEach((point, duties) -> {
            if (!Set.copyOf(duties).equals(was.getOrDefault(point, Set.of()))) store.allot(context, point, duties);
        });
    }

    private static BodyId known(Map<String, BodyId> bodies, String name) {
        var body = bodies.get(name);
        if (body == null) throw new IllegalStateException("not resolved: " + name);
        return body;
    }

    private static int takenAway(List<Duty> before, List<Duty> after) {
        var now = after.stream().map(duty -> duty.point() + "/" + duty.body()).collect(Collectors.toSet());
        return (int) before.stream()
                .filter(duty -> !now.contains(duty.point() + "/" + duty.body()))
                .count();
    }

    private static Reason notYours(String zh, String en, Object... args) {
        return Reason.forbidden("duty.not-yours", zh, en, args);
    }
}
