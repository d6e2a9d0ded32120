package pingheng.people.setup;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.digest.Sha256;
import pingheng.ledger.Actor;
import pingheng.ledger.Ledger;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Staffing;
import pingheng.people.account.Accounts;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.BodyId;
import pingheng.value.PostId;

/** Opens an empty database through a link that works once. */
@Service
public class Setup {
    private static final Duration LASTS = Duration.ofHours(24);
    private static final int BYTES = 24;
    private static final String BODY = "人民政府教育督导室";

    private final SetupStore store;
    private final Clock wall;
    private final People people;
    private final Staffing staffing;
    private final Accounts accounts;
    private final Ledger ledger;
    private final SecureRandom chance = new SecureRandom();

    Setup(SetupStore store, Clock wall, People people, Staffing staffing, Accounts accounts, Ledger ledger) {
        this.store = store;
        this.wall = wall;
        this.people = people;
        this.staffing = staffing;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** A new link, for the operator to read off the screen; empty when there is an account. The links before it are void. */
    @Transactional
    public Optional<String> link() {
        if (!accounts.nobody()) return Optional.empty();
        var bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        var token = HexFormat.of().formatHex(bytes);
        var now = wall.instant();
        store.close(now);
        store.add(Sha256.of(token), now.plus(LASTS));
        return Optional.of(token);
    }

    /** Empty for a link that opens; others are as unknown as any page that is not there. */
    public Optional<Reason> whyNotOpen(String token) {
        boolean opens = store.live(Sha256.of(token), wall.instant()) && accounts.nobody();
        return opens ? Optional.empty() : Optional.of(Reason.unknown());
    }

    /** Enters the province, its units and the first administrator. Of two who come at once, one finds the link used. */
    @Transactional
    public void open(String token, Founding founding) {
        Refused.on(whyNotOpen(token));
        Refused.on(founding.whyNot());
        if (!store.use(Sha256.of(token), wall.instant()) || !accounts.nobody()) throw new Refused(Reason.unknown());

        staffing.units(founding.province(), founding.units());
        var province = founding.province().code();
        var name = founding.province().name().endsWith("省") ? "省" + BODY : BODY;
        BodyId body = staffing.body(new Body(BodyId.NEW, province, name, "督导室", "", false, false));
        PostId post = staffing.post(body, Role.PROVINCE.title().zh(), Role.PROVINCE);
        accounts.first(founding.login(), founding.name(), founding.password());
        staffing.appoint(founding.login(), post, people.today());

        ledger.record(
                new Actor(founding.login(), name + " " + Role.PROVINCE.title().zh(), province),
                province,
                "people.set-up",
                "division/" + province,
                Sentence.of(
                        "启用系统：%1$s，下辖 %2$d 个单位，首位省级管理员 %3$s",
                        "The system is opened for %1$s with %2$d units; its first administrator is %3$s",
                        founding.province().name(),
                        founding.units().size(),
                        founding.login()));
    }
}
