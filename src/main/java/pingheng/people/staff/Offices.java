package pingheng.people.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Ledger;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Post;
import pingheng.people.Role;
import pingheng.people.Staffing;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.people.account.Accounts;
import pingheng.people.account.Slip;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.UnitCode;

/** The offices of the units: the province makes those that are missing, each with a head and the slip for them. */
@Service
public class Offices {
    private static final String NAME = "领导小组办公室";
    private static final String TITLE = "办公室负责人";

    private final People people;
    private final Staffing staffing;
    private final Accounts accounts;
    private final Ledger ledger;

    Offices(People people, Staffing staffing, Accounts accounts, Ledger ledger) {
        this.people = people;
        this.staffing = staffing;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** The cities and counties that have no office. */
    public List<Unit> missing() {
        Set<UnitCode> having = people.having(Role.OFFICE);
        return people.units().stream()
                .filter(unit -> unit.evaluated() && !having.contains(unit.code()))
                .toList();
    }

    /** Makes the offices of these units: body, post, head. One that has an office meanwhile is refused, and none is made. */
    @Transactional
    public List<Slip> open(Visitor visitor, List<UnitCode> units) {
        Refused.on(visitor.whyNotProvince());
        if (units.isEmpty())
            throw new Refused(Reason.malformed("people.no-unit", "请至少选择一个单位", "Choose one unit at least"));
        var missing = missing();

        var slips = new ArrayList<Slip>();
        for (var code : units.stream().distinct().sorted().toList())
            slips.add(open(
                    visitor,
                    missing.stream()
                            .filter(unit -> unit.code().equals(code))
                            .findFirst()
                            .orElseThrow(() -> new Refused(Reason.conflict(
                                    "people.has-office",
                                    "单位 %s 已有领导小组办公室，或没有这个单位",
                                    "The unit %s has an office, or there is no such unit",
                                    code)))));
        return List.copyOf(slips);
    }

    private Slip open(Visitor visitor, Unit unit) {
        var body = new Body(BodyId.NEW, unit.code(), NAME, NAME, "", false, true);
        var kept = staffing.body(body);
        var post = new Post(staffing.post(kept, TITLE, Role.OFFICE), TITLE, Role.OFFICE, body);
        var login = new Login("office-" + unit.code());
        accounts.add(login, unit.name() + TITLE);
        var slip = accounts.slip(login, unit.name() + " " + post.told());
        staffing.appoint(login, post.id(), people.today());

        ledger.record(
                visitor.actor(),
                unit.code(),
                "people.office",
                "post/" + post.id(),
                Sentence.of(
                        "设立领导小组办公室，负责人登录名 %s",
                        "The office of the leading group is made, its head signs in as %s", login));
        return slip;
    }
}
