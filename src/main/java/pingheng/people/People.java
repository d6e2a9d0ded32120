package pingheng.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

/** The governments, their bodies and posts, and who holds the posts. */
@Service
public class People {
    private final PeopleStore store;
    private final AppointmentStore appointments;
    private final Clock clock;

    People(PeopleStore store, AppointmentStore appointments, Clock clock) {
        this.store = store;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** The unit, if the visitor may know of it; refuses in the same words otherwise. */
    public Unit seen(Visitor visitor, UnitCode code) {
        var unit = store.unit(code).orElseThrow(() -> new Refused(Reason.unknown()));
        Refused.on(visitor.whyNotSee(unit));
        return unit;
    }

    public Optional<Unit> unit(UnitCode code) {
        return store.unit(code);
    }

    /** The units that there are today. */
    public List<Unit> units() {
        return store.units(today());
    }

    /** The units that there are on a day. */
    public List<Unit> units(LocalDate day) {
        return store.units(day);
    }

    /** The units of these codes, by code, also those that have ended. */
    public List<Unit> units(List<UnitCode> codes) {
        return codes.isEmpty() ? List.of() : store.units(codes);
    }

    /** All units that there are or were, by code, and how long. */
    public List<Unit.Span> spans() {
        return store.spans();
    }

    public List<Body> bodies(UnitCode division) {
        return store.bodies(division);
    }

    /** The names, by sign-in name, of all who hold or ever held a post of a division or of one above it: whoever acted on it. */
    public Map<Login, String> names(UnitCode division) {
        return appointments.names(division);
    }

    public List<Post> posts(UnitCode division) {
        return store.posts(division);
    }

    public Optional<Post> post(PostId id) {
        return store.post(id);
    }

    /** Who holds the posts of a division today. */
    public List<Holder> holders(UnitCode division) {
        return appointments.holders(division, today());
    }

    /** Who holds posts of that role in a division today, each on that post, in the order of the posts. */
    public List<Visitor> visitors(UnitCode division, Role role) {
        var holders = holders(division);
        return posts(division).stream()
                .filter(post -> post.role() == role)
                .flatMap(post -> holders.stream()
                        .filter(holder -> holder.post().equals(post.id()))
                        .map(holder -> new Visitor(holder.login(), holder.name(), post)))
                .toList();
    }

    /** The posts of that role in a division that somebody holds today, each with the names of its holders. */
    public Map<Post, String> manned(UnitCode division, Role role) {
        return appointments.manned(division, role, today());
    }

    /** The same of all offices of the province. */
    public Map<Post, String> manned(Role role) {
        return appointments.manned(Level.PROVINCE, role, today());
    }

    /** The posts a person holds today. */
    public List<Post> held(Login login) {
        return appointments.held(login, today());
    }

    /** A visitor, and the unit that their post belongs to. */
    public record Present(Visitor visitor, Unit unit) {}

    /** The same by one statement, each post with the person as they are now; none if the mark is not that of their password. */
    public List<Present> present(Login login, String mark) {
        return appointments.present(login, mark, today()).stream()
                .map(present -> new Present(new Visitor(login, present.name(), present.post()), present.unit()))
                .toList();
    }

    /** Why a person cannot come to hold a post: they would check what they fill in, or sign the whole twice. */
    public Optional<Reason> whyNotHold(Post post, Login login) {
        return held(login).stream()
                .flatMap(held -> held.whyNotBeside(post).stream())
                .findFirst();
    }

    /** Who has held a post, the newest first. */
    public List<Term> terms(PostId post) {
        return appointments.terms(post);
    }

    /** The names of all who hold or ever held a post of a division, by sign-in name. */
    public Map<Login, String> known(UnitCode division) {
        return appointments.known(division);
    }

    /** What people are called, by sign-in name; those who are none of ours are not in it. */
    public Map<Login, String> called(Set<Login> logins) {
        return logins.isEmpty() ? Map.of() : appointments.called(logins);
    }

    /** The units that have a post of the role. */
    public Set<UnitCode> having(Role role) {
        return store.having(role);
    }

    /** The day that it is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** Appointments are days of the country's one zone. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
}
