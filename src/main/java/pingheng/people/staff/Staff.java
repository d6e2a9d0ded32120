package pingheng.people.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Ledger;
import pingheng.people.Holder;
import pingheng.people.People;
import pingheng.people.Post;
import pingheng.people.Role;
import pingheng.people.Staffing;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.people.account.Accounts;
import pingheng.people.account.Slip;
import pingheng.people.account.Wording;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.value.Login;
import pingheng.value.PostId;

/** Puts people on posts, takes them off, hands posts over, issues slips. Duties and drafts belong to the post and stay with it. */
@Service
public class Staff {
    private final People people;
    private final Staffing staffing;
    private final Accounts accounts;
    private final Ledger ledger;

    Staff(People people, Staffing staffing, Accounts accounts, Ledger ledger) {
        this.people = people;
        this.staffing = staffing;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** A post of the unit; one of another unit is unknown. */
    public Post post(Unit unit, PostId id) {
        return people.post(id)
                .filter(post -> post.body().division().equals(unit.code()))
                .orElseThrow(() -> new Refused(Reason.unknown()));
    }

    public Optional<Reason> whyNotAppoint(Visitor visitor, Unit unit, Post post) {
        return visitor.whyNotStaff(unit, post.role());
    }

    /** Puts a person on a post; the slip of one who is new. */
    @Transactional
    public Optional<Slip> appoint(Visitor visitor, Unit unit, PostId id, Login login, String name) {
        var post = post(unit, id);
        Refused.on(whyNotAppoint(visitor, unit, post));

        var slip = enter(visitor, unit, post, login, name);
        staffing.appoint(login, id, people.today());

        record(
                visitor,
                unit,
                "people.appointed",
                post,
                Sentence.of("%1$s 任「%2$s」", "%1$s is put on the post “%2$s”", named(login), post.told()));
        return slip;
    }

    /** Somebody who can sign in is always left to administer the province. */
    public Optional<Reason> whyNotDismiss(Visitor visitor, Unit unit, Post post, Login login) {
        var whyNot = visitor.whyNotStaff(unit, post.role());
        if (whyNot.isPresent() || post.role() != Role.PROVINCE) return whyNot;

        var posts = people.posts(unit.code()).stream()
                .filter(one -> one.role() == Role.PROVINCE)
                .map(Post::id)
                .toList();
        boolean left = people.holders(unit.code()).stream()
                .anyMatch(holder -> posts.contains(holder.post())
                        && holder.active()
                        && !(holder.login().equals(login) && holder.post().equals(post.id())));
        if (left) return Optional.empty();
        return Optional.of(
                Reason.conflict(
                        "people.last-administrator",
                        "这是最后一位能登录的省级管理员；请先任命另一位，待其设定密码后再办理",
                        "This is the last provincial administrator who can sign in: appoint another first, who chooses a password"));
    }

    /** Takes a person off a post from today on. */
    @Transactional
    public void dismiss(Visitor visitor, Unit unit, PostId id, Login login) {
        var post = post(unit, id);
        if (post.role() == Role.PROVINCE) staffing.alone(Role.PROVINCE);
        Refused.on(whyNotDismiss(visitor, unit, post, login));

        staffing.dismiss(login, id, people.today());

        record(
                visitor,
                unit,
                "people.dismissed",
                post,
                Sentence.of("%1$s 不再任「%2$s」", "%1$s leaves the post “%2$s”", named(login), post.told()));
    }

    /** Puts a successor on a post in the place of who holds it; the slip of one who is new. */
    @Transactional
    public Optional<Slip> handOver(Visitor visitor, Unit unit, PostId id, Login from, Login to, String name) {
        var post = post(unit, id);
        if (post.role() == Role.PROVINCE) staffing.alone(Role.PROVINCE);
        Refused.on(whyNotDismiss(visitor, unit, post, from));
        if (from.equals(to))
            throw new Refused(Reason.malformed(
                    "people.same-person", "接任人与现任人相同", "The successor is the one who holds the post already"));

        staffing.dismiss(from, id, people.today());
        var slip = enter(visitor, unit, post, to, name);
        staffing.appoint(to, id, people.today());

        record(
                visitor,
                unit,
                "people.handed-over",
                post,
                Sentence.of(
                        "岗位「%1$s」由 %2$s 移交 %3$s",
                        "The post “%1$s” passes from %2$s to %3$s", post.told(), named(from), named(to)));
        return slip;
    }

    public Optional<Reason> whyNotSlip(Visitor visitor, Login login) {
        return visitor.whyNotSlip(login, people.held(login));
    }

    /** A new slip for who holds a post: their password, if they had one, works no more. */
    @Transactional
    public Slip slip(Visitor visitor, Unit unit, PostId id, Login login) {
        var post = post(unit, id);
        var holder = holders(unit, id).stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new Refused(Reason.unknown()));
        Refused.on(whyNotSlip(visitor, holder.login()));

        var slip = accounts.slip(login, post.told());

        record(
                visitor,
                unit,
                "people.slip",
                post,
                Sentence.of(
                        "为 %1$s 重发一次性口令，原密码作废",
                        "%1$s gets a new slip, the password before it works no more", named(holder.name(), login)));
        return slip;
    }

    public List<Holder> holders(Unit unit, PostId post) {
        return people.holders(unit.code()).stream()
                .filter(holder -> holder.post().equals(post))
                .toList();
    }

    /** The ledger is read by people: it names the person first, and the account in brackets, since two may have one name. */
    private String named(Login login) {
        return accounts.name(login).map(name -> named(name, login)).orElse(login.text());
    }

    static String named(String name, Login login) {
        return name + " (" + login + ")";
    }

    /** Makes sure that the person is known; an office knows those of its own unit, and others only as names that are taken. */
    Optional<Slip> enter(Visitor visitor, Unit unit, Post post, Login login, String name) {
        Refused.on(Wording.whyNotLogin(login));
        staffing.aloneAt(Set.of(post.body().id()));
        if (post.role().signsWhole()) staffing.alone(Set.of(unit.code()));
        Refused.on(people.whyNotHold(post, login));
        var known = accounts.name(login);
        if (known.isEmpty()) {
            accounts.add(login, name.strip());
            return Optional.of(accounts.slip(login, post.told()));
        }
        if (!visitor.is(Role.PROVINCE) && !people.known(unit.code()).containsKey(login))
            throw new Refused(Accounts.taken(login));
        if (!name.isBlank() && !name.strip().equals(known.get())) throw new Refused(otherName(login, known.get()));
        return Optional.empty();
    }

    static Reason otherName(Login login, String name) {
        return Reason.conflict(
                "people.other-name",
                "登录名 %1$s 属于 %2$s；如是同一人，姓名请留空，否则请换登录名",
                "The sign-in name %1$s is that of %2$s: leave the name empty if it is the same person, or choose another",
                login,
                name);
    }

    private void record(Visitor visitor, Unit unit, String verb, Post post, Sentence told) {
        ledger.record(visitor.actor(), unit.code(), verb, "post/" + post.id(), told);
    }
}
