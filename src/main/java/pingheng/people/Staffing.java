package pingheng.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

/** Enters governments, bodies, posts and appointments. It asks nobody: the verbs that call it have asked, and record what they did. */
@Service
public class Staffing {
    private final PeopleStore store;
    private final AppointmentStore appointments;
    private final Clock clock;

    Staffing(PeopleStore store, AppointmentStore appointments, Clock clock) {
        this.store = store;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** Enters the province and the units of a table, cities before their counties. Those that name nobody above them belong to the province. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void units(Unit province, List<Unit> units) {
        store.add(province);
        for (var level : List.of(Level.CITY, Level.COUNTY))
            for (var unit : units) if (unit.level() == level) store.add(below(province, unit));
    }

    /** Lets nobody else end one of these units, or put people on posts that sign for them, until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone(Set<UnitCode> units) {
        store.lockUnits(units);
    }

    /** Ends a unit: that day is the first without it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Unit unit, LocalDate day, List<UnitCode> successors) {
        store.end(unit.code(), day, successors, clock.instant());
    }

    /** A body, by the number it is kept under. */
    @Transactional(propagation = Propagation.MANDATORY)
    public BodyId body(Body body) {
        return store.addBody(body, clock.instant())
                .orElseThrow(() -> new Refused(Reason.conflict(
                        "people.body-twice", "本单位已有「%s」", "There is a body called “%s” already", body.name())));
    }

    /** Changes all of a body but its name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(Body body) {
        if (!store.change(body, clock.instant()))
            throw new Refused(Reason.conflict(
                    "people.body-meanwhile",
                    "「%s」刚刚由他人更改，这次没有保存；请刷新页面，看过之后再改",
                    "“%s” has been changed by somebody else meanwhile, and nothing was saved: look again, then change it",
                    body.name()));
    }

    /** A post of a body, by the number it is kept under. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PostId post(BodyId body, String title, Role role) {
        return store.addPost(body, title, role)
                .orElseThrow(() -> new Refused(Reason.conflict(
                        "people.post-twice", "这个部门已有岗位「%s」", "The body has a post “%s” already", title)));
    }

    /** Puts a person on a post from that day on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appoint(Login login, PostId post, LocalDate since) {
        if (!appointments.appoint(login, post, since, clock.instant()))
            throw new Refused(
                    Reason.conflict("people.holds-already", "%s 已在这个岗位上", "%s holds this post already", login));
    }

    /** Takes a person off a post from that day on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dismiss(Login login, PostId post, LocalDate until) {
        if (!appointments.dismiss(login, post, until, clock.instant()))
            throw new Refused(Reason.conflict(
                    "people.not-holder", "%s 目前不在这个岗位上", "%s does not hold this post at present", login));
    }

    /** Lets nobody else put people on posts of these bodies until the transaction ends: filler and checker are asked for afterwards. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void aloneAt(Set<BodyId> bodies) {
        if (!bodies.isEmpty()) store.lockBodies(bodies);
    }

    /** Lets nobody else change who holds posts of this role until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone(Role role) {
        store.lock(role);
    }

    private static Unit below(Unit province, Unit unit) {
        return unit.parent() == null
                ? new Unit(unit.code(), unit.name(), unit.level(), province.code(), unit.region())
                : unit;
    }
}
