package pingheng.people.staff;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Ledger;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Staffing;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.people.account.Wording;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.BodyId;
import pingheng.value.PostId;

/** The bodies of a unit and their posts, entered by its office. */
@Service
public class Bodies {
    private static final int LONGEST = 60;
    private static final int LONGEST_SHORT = 12;

    private final People people;
    private final Staffing staffing;
    private final Kinds kinds;
    private final Ledger ledger;

    Bodies(People people, Staffing staffing, Kinds kinds, Ledger ledger) {
        this.people = people;
        this.staffing = staffing;
        this.kinds = kinds;
        this.ledger = ledger;
    }

    /** A body of the unit; one of another unit is unknown. */
    public Body get(Unit unit, BodyId id) {
        return people.bodies(unit.code()).stream()
                .filter(body -> body.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }

    /** Enters a body; the number it is given is of no account. */
    @Transactional
    public BodyId add(Visitor visitor, Unit unit, Body typed) {
        Refused.on(visitor.whyNotBody(unit));
        var body = checked(unit, typed);

        var id = staffing.body(body);

        ledger.record(
                visitor.actor(),
                unit.code(),
                "people.body",
                "body/" + id,
                Sentence.of("新增单位「%1$s」，%2$s", "The body “%1$s” is entered, %3$s", body.name(), zh(body), en(body)));
        return id;
    }

    /** Changes what a body is called for short, its kind, and whether it is a town or in the group; its name stays. */
    @Transactional
    public void change(Visitor visitor, Unit unit, Body typed) {
        Refused.on(visitor.whyNotBody(unit));
        var known = get(unit, typed.id());
        var body = checked(
                unit,
                new Body(
                        known.id(),
                        unit.code(),
                        known.name(),
                        typed.shortName(),
                        typed.kind(),
                        typed.town(),
                        typed.inGroup()));

        staffing.change(body);

        ledger.record(
                visitor.actor(),
                unit.code(),
                "people.body-changed",
                "body/" + body.id(),
                Sentence.of("更改单位「%1$s」，%2$s", "The body “%1$s” is changed, %3$s", body.name(), zh(body), en(body)));
    }

    /** Adds a post to a body. */
    @Transactional
    public PostId post(Visitor visitor, Unit unit, BodyId body, String title, Role role) {
        var known = get(unit, body);
        Refused.on(visitor.whyNotPost(unit, role));
        Refused.on(Wording.whyNotName(title, LONGEST));

        var id = staffing.post(body, title.strip(), role);

        ledger.record(
                visitor.actor(),
                unit.code(),
                "people.post",
                "post/" + id,
                Sentence.of(
                        "「%1$s」新增岗位「%2$s」（%3$s）",
                        "“%1$s” gets the post “%2$s” (%4$s)",
                        known.name(),
                        title.strip(),
                        role.title().zh(),
                        role.title().en()));
        return id;
    }

    private Body checked(Unit unit, Body typed) {
        Refused.on(Wording.whyNotName(typed.name(), LONGEST));
        Refused.on(Wording.whyNotName(typed.shortName(), LONGEST_SHORT));
        Refused.on(whyNotKind(unit, typed));
        return new Body(
                typed.id(),
                unit.code(),
                typed.name().strip(),
                typed.shortName().strip(),
                typed.kind(),
                typed.town(),
                typed.inGroup());
    }

    /** The kind is one that the framework names, the one it has, or none. */
    private Optional<Reason> whyNotKind(Unit unit, Body typed) {
        boolean fits = typed.kind().isEmpty()
                || kinds.of(unit).contains(typed.kind())
                || people.bodies(unit.code()).stream()
                        .anyMatch(body ->
                                body.id().equals(typed.id()) && body.kind().equals(typed.kind()));
        if (fits) return Optional.empty();
        return Optional.of(Reason.malformed(
                "people.kind",
                "指标体系中没有这类部门，请从列表中选择",
                "The framework knows no such kind of department: choose from the list"));
    }

    private static String zh(Body body) {
        return "类别：" + (body.kind().isEmpty() ? "无" : body.kind()) + "，领导小组成员：" + (body.inGroup() ? "是" : "否");
    }

    private static String en(Body body) {
        return "kind: " + (body.kind().isEmpty() ? "none" : body.kind()) + ", in the leading group: "
                + (body.inGroup() ? "yes" : "no");
    }
}
