package pingheng.rehearsal;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Staffing;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.people.account.Accounts;
import pingheng.value.BodyId;
import pingheng.value.Login;

/** Finds those who play for units that nobody visits, and puts them on their posts when they are needed first. */
@Service
class Casting {
    private static final LocalDate SINCE = LocalDate.of(2019, 1, 1);

    private final Staffing staffing;
    private final Accounts accounts;
    private final People people;

    Casting(Staffing staffing, Accounts accounts, People people) {
        this.staffing = staffing;
        this.accounts = accounts;
        this.people = people;
    }

    /** The body of that name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public BodyId body(Unit unit, String name, String shortName, String kind) {
        return people.bodies(unit.code()).stream()
                .filter(body -> body.name().equals(name))
                .findFirst()
                .map(Body::id)
                .orElseGet(() -> staffing.body(new Body(BodyId.NEW, unit.code(), name, shortName, kind, false, true)));
    }

    /** Who is on a post of that role in the body; where nobody is, who has that sign-in name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Visitor onPost(Unit unit, BodyId body, Role role, Login login) {
        return people.visitors(unit.code(), role).stream()
                .filter(visitor -> visitor.post().body().id().equals(body))
                .findFirst()
                .orElseGet(() -> holder(body, role, login, unit.name()));
    }

    /** Who has that sign-in name, on a post of that role; {@code of} is the unit as their name says it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Visitor holder(BodyId body, Role role, Login login, String of) {
        if (accounts.name(login).isEmpty()) {
            accounts.add(login, of + role.title().zh());
            staffing.appoint(login, staffing.post(body, role.title().zh(), role), SINCE);
        }
        var name = accounts.name(login).orElseThrow();
        var post = people.held(login).stream().findFirst().orElseThrow(() -> Opening.nobody(name));
        return new Visitor(login, name, post);
    }
}
