package pingheng.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters governments, bodies, posts and appointments. It asks nobody: the verbs that call it have asked, and record what they did. */
@Service
public class Staffing {
    private final PeopleStore store;

    Staffing(PeopleStore store) {
        this.store = store;
    }

    /** Enters the province itself and every division of a table, cities before their counties. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void divisions(Unit province, List<Division> divisions) {
        store.add(province);
        for (var level : List.of(Level.CITY, Level.COUNTY))
            for (var division : divisions) if (division.level() == level) store.add(unit(division, province.code()));
    }

    /** A body, by the number it is kept under. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long body(Body body) {
        return store.addBody(body);
    }

    /** A post of a body, by the number it is kept under. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long post(long body, String title, Role role) {
        return store.addPost(body, title, role);
    }

    /** Puts a person on a post from that day on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appoint(String login, long post, LocalDate since) {
        store.appoint(login, post, since);
    }

    private static Unit unit(Division division, String province) {
        return new Unit(
                division.code(),
                division.name(),
                division.level().code(),
                parent(division.parent(), province),
                division.region());
    }

    private static String parent(@Nullable String parent, String province) {
        return parent == null ? province : parent;
    }
}
