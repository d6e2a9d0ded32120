package pingheng.people.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import pingheng.ledger.Ledger;
import pingheng.people.Holder;
import pingheng.people.People;
import pingheng.people.Post;
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

/** Enters the contacts of a whole unit from a table, all of them or none. */
@Service
public class Contacts {
    private final People people;
    private final Staff staff;
    private final Staffing staffing;
    private final Accounts accounts;
    private final Ledger ledger;

    Contacts(People people, Staff staff, Staffing staffing, Accounts accounts, Ledger ledger) {
        this.people = people;
        this.staff = staff;
        this.staffing = staffing;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** What came of a table: the slips of those who are new, and how many rows said what was so already. */
    public record Taken(List<Slip> slips, int appointed, int unchanged) {}

    public Optional<Reason> whyNotTake(Visitor visitor, Unit unit) {
        return visitor.whyNotOffice(unit);
    }

    /** What a table is read against. */
    public ContactsSheet.Known known(Unit unit) {
        return new ContactsSheet.Known(
                people.bodies(unit.code()),
                people.posts(unit.code()),
                people.known(unit.code()),
                new ContactsSheet.Others() {
                    @Override
                    public boolean have(Login login) {
                        return accounts.name(login).isPresent();
                    }

                    @Override
                    public Optional<Reason> whyNotHold(Post post, Login login) {
                        return people.whyNotHold(post, login);
                    }
                });
    }

    /** Puts the people on their posts, making the posts that are not there; who holds a post already stays. */
    @Transactional
    public Taken take(Visitor visitor, Unit unit, List<Contact> contacts) {
        Refused.on(whyNotTake(visitor, unit));
        staffing.aloneAt(contacts.stream().map(contact -> contact.body().id()).collect(Collectors.toSet()));
        var posts = new HashMap<String, Post>();
        for (var post : people.posts(unit.code())) posts.put(key(post.body().id(), post.title()), post);
        var slips = new ArrayList<Slip>();
        var named = new TreeSet<String>();
        int appointed = 0;

        for (var contact : contacts) {
            var post = posts.computeIfAbsent(key(contact.body().id(), contact.title()), key -> made(contact));
            if (holds(unit, post, contact.login())) continue;
            staff.enter(visitor, unit, post, contact.login(), contact.name()).ifPresent(slips::add);
            staffing.appoint(contact.login(), post.id(), people.today());
            named.add(Staff.named(contact.name(), contact.login()));
            appointed++;
        }

        ledger.record(
                visitor.actor(),
                unit.code(),
                "people.imported",
                "people",
                Sentence.of(
                        "导入联系人：新任 %1$d 项，新发口令 %2$d 张：%3$s",
                        "Contacts imported: %1$d put on posts, %2$d slips issued: %3$s",
                        appointed,
                        slips.size(),
                        String.join("、", named)));
        return new Taken(List.copyOf(slips), appointed, contacts.size() - appointed);
    }

    private Post made(Contact contact) {
        var id = staffing.post(contact.body().id(), contact.title(), contact.role());
        return new Post(id, contact.title(), contact.role(), contact.body());
    }

    private boolean holds(Unit unit, Post post, Login login) {
        return staff.holders(unit, post.id()).stream().map(Holder::login).anyMatch(login::equals);
    }

    private static String key(BodyId body, String title) {
        return body + "/" + title;
    }
}
