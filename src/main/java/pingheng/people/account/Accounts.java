package pingheng.people.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import pingheng.digest.Sha256;
import pingheng.ledger.Actor;
import pingheng.ledger.Ledger;
import pingheng.people.People;
import pingheng.people.Post;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.time.Mode;
import pingheng.value.Login;

/** Who may sign in. Accounts are handed down: a slip of paper with a word that works once, then a password of one's own. */
@Service
public class Accounts {
    /** Letters that are not taken for each other when read from paper. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int SLIP_LETTERS = 12;
    private static final Duration SLIP_LASTS = Duration.ofDays(14);
    private static final int FAILURES = 8;
    private static final Duration BARRED = Duration.ofMinutes(15);
    private static final int SHORTEST = 10;

    /** Attempts of as many sign-in names are checked side by side; those of one never are. */
    private static final int LANES = 256;

    /** The most characters in the name of a person. */
    public static final int LONGEST_NAME = 40;

    /** Checked for those who do not exist, so that the answer takes as long. */
    private static final String NOBODYS = new BCryptPasswordEncoder().encode("nobody has this one");

    private final AccountStore store;
    private final People people;
    private final Ledger ledger;
    private final Clock wall;
    private final Mode mode;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder();
    private final List<Lock> lanes =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(LANES).toList();
    private final SecureRandom chance = new SecureRandom();

    Accounts(AccountStore store, People people, Ledger ledger, Clock wall, Mode mode) {
        this.store = store;
        this.people = people;
        this.ledger = ledger;
        this.mode = mode;
        this.wall = wall;
    }

    /**
     * Whether the password is right; after eight wrong ones the account waits a quarter of an hour. An attempt is counted before
     * it is checked, so that many at once are no more than one after the other; the answer takes as long for those who do not
     * exist. Attempts of one sign-in name wait for each other: a program that asks many things at once does not bar itself.
     */
    public boolean signIn(String typed, String password) {
        var login = Login.of(Wording.login(typed));
        var alone = lanes.get(Math.floorMod(login.hashCode(), LANES));
        alone.lock();
        try {
            return alone(login, password);
        } finally {
            alone.unlock();
        }
    }

    private boolean alone(Optional<Login> typed, String password) {
        var now = wall.instant();
        boolean open = typed.isPresent() && store.attempt(typed.get(), FAILURES, now, now.plus(BARRED));
        var secret =
                typed.flatMap(store::find).map(AccountStore.Account::secret).orElse(null);
        boolean right = encoder.matches(shortened(password), open && secret != null ? secret : NOBODYS);
        if (!right || !open || secret == null) return false;
        typed.ifPresent(store::succeeded);
        return true;
    }

    /** A person by sign-in name; refuses a name that is taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Login login, String name) {
        Refused.on(Wording.whyNotLogin(login));
        Refused.on(Wording.whyNotName(name, LONGEST_NAME));
        if (!store.add(login, name)) throw new Refused(taken(login));
    }

    /** Another person has the sign-in name. */
    public static Reason taken(Login login) {
        return Reason.conflict(
                "people.login-taken", "登录名 %s 已有人使用，请换一个", "The sign-in name %s is taken: choose another", login);
    }

    public Optional<String> name(Login login) {
        return store.find(login).map(AccountStore.Account::name);
    }

    /** A new slip to print for the holder of a post. The password before it and an older slip work no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Slip slip(Login login, String post) {
        var account = store.find(login).orElseThrow();
        var word = new StringBuilder();
        for (int i = 0; i < SLIP_LETTERS; i++) word.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        var until = wall.instant().plus(SLIP_LASTS).truncatedTo(ChronoUnit.MINUTES);
        store.slip(login, Sha256.of(word.toString()), until);
        return new Slip(login, account.name(), post, word.toString(), until);
    }

    /** Turns a slip into a password of one's own. */
    @Transactional
    public void choose(String typed, String slip, String password) {
        var account = Login.of(Wording.login(typed)).flatMap(store::find).orElse(null);
        var digest = Sha256.of(Wording.login(slip).toUpperCase(Locale.ROOT).replaceAll("[\\s-]", ""));
        if (account == null
                || !digest.equals(account.slip())
                || account.slipUntil() == null
                || !wall.instant().isBefore(account.slipUntil()))
            throw new Refused(
                    Reason.malformed(
                            "people.slip",
                            "登录名与一次性口令不符，或口令已使用、已过期；请向发放人重新领取",
                            "Sign-in name and slip do not belong together, or the slip was used or is out of date: ask for a new one"));
        Refused.on(whyNotPassword(account.login(), password));
        if (!store.secret(account.login(), digest, encoder.encode(shortened(password))))
            throw new Refused(Reason.conflict("people.slip-used", "口令刚刚已被使用", "The slip has just been used"));

        people.held(account.login()).stream().findFirst().ifPresent(post -> record(account, post));
    }

    /** In the chain of the unit of the first post; whoever holds none has nothing that the password would open. */
    private void record(AccountStore.Account account, Post post) {
        ledger.record(
                new Actor(account.login(), post.told(), post.body().division()),
                post.body().division(),
                "people.password",
                "post/" + post.id(),
                Sentence.of("%1$s 凭一次性口令设定密码", "%1$s set a password by a slip", account.name()));
    }

    /** Gives a person who has none a password without a slip: the first of all, who opened the database. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void first(Login login, String name, String password) {
        Refused.on(whyNotPassword(login, password));
        add(login, name);
        store.first(login, encoder.encode(shortened(password)));
    }

    private static Optional<Reason> whyNotPassword(Login login, String password) {
        if (password.length() >= SHORTEST
                && password.length() <= 72
                && !Wording.login(password).equals(login.text())) return Optional.empty();
        return Optional.of(Reason.malformed(
                "people.password",
                "密码至少 %1$d 个字符、至多 72 个，且不得与登录名相同",
                "A password has at least %1$d characters, at most 72, and is not the sign-in name",
                SHORTEST));
    }

    /** Somebody who is let in. */
    public Optional<SignedIn> signedIn(String typed) {
        return Login.of(Wording.login(typed))
                .flatMap(store::find)
                .map(account -> new SignedIn(
                        account.login(), account.name(), account.secret() == null ? "" : Sha256.of(account.secret())));
    }

    /** The people of the rehearsal; nobody otherwise. */
    public List<Cast> cast() {
        return mode.rehearsal() ? store.cast() : List.of();
    }

    /** Puts a person on the list of the rehearsal. */
    @Transactional
    public void cast(Login login, Sentence hint) {
        store.cast(login, hint);
    }

    /** Whether there is no account at all: a new database. */
    public boolean nobody() {
        return store.nobody();
    }

    /** What the encoder can take: 72 bytes. */
    private static String shortened(String password) {
        var bytes = password.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= 72 ? password : Sha256.of(password);
    }
}
