package pingheng.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Ledger;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/** The governments, their bodies and posts, and who holds the posts. */
@Service
public class People {
    private final PeopleStore store;
    private final Ledger ledger;
    private final Clock clock;

    People(PeopleStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The unit, if the visitor may know of it; refuses in the same words otherwise. */
    public Unit seen(Visitor visitor, String code) {
        var unit = store.unit(code).orElseThrow(() -> new Refused(Reason.unknown()));
        Refused.on(visitor.whyNotSee(unit));
        return unit;
    }

    public Optional<Unit> unit(String code) {
        return store.unit(code);
    }

    public List<Unit> units() {
        return store.units();
    }

    public List<Body> bodies(String division) {
        return store.bodies(division);
    }

    public List<Post> posts(String division) {
        return store.posts(division);
    }

    public Optional<Post> post(long id) {
        return store.post(id);
    }

    /** Who holds the posts of a division today. */
    public List<Holder> holders(String division) {
        return store.holders(division, today());
    }

    /** The posts a person holds today. */
    public List<Post> held(String login) {
        return store.held(login, today());
    }

    /**
     * Hands a post over: the old holder loses it today, the new one has it from today. Drafts, duties and urgings belong to the post
     * and stay where they are.
     */
    @Transactional
    public void handOver(Visitor visitor, long post, String from, String to) {
        var handed = store.post(post).orElseThrow(() -> new Refused(Reason.unknown()));
        var unit = seen(visitor, handed.body().division());
        Refused.on(visitor.whyNotOffice(unit));
        if (from.equals(to))
            throw new Refused(Reason.malformed(
                    "people.same-person", "接任人与现任人相同", "The successor is the one who holds the post already"));
        if (store.holders(unit.code(), today()).stream()
                .noneMatch(one -> one.post() == post && one.login().equals(from)))
            throw new Refused(Reason.conflict(
                    "people.not-holder", "%s 目前不在这个岗位上", "%s does not hold this post at present", from));

        store.dismiss(from, post, today());
        store.appoint(to, post, today());

        ledger.record(
                visitor.actor(),
                unit.code(),
                "people.handed-over",
                "post/" + post,
                Sentence.of(
                        "岗位「%1$s %2$s」由 %3$s 移交 %4$s",
                        "The post “%1$s %2$s” passes from %3$s to %4$s",
                        handed.body().name(),
                        handed.title(),
                        from,
                        to));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** Appointments are days of the country's one zone. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
}
