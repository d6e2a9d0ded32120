package pingheng.people.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pingheng.people.Body;
import pingheng.people.Post;
import pingheng.people.Role;
import pingheng.people.account.Accounts;
import pingheng.people.account.Wording;
import pingheng.problem.Reason;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;
import pingheng.text.Excerpt;
import pingheng.text.Folding;
import pingheng.value.Login;

/** Reads the table of contacts 联系人: body, title, role, name, login. Rows without name and login are places left open. */
public final class ContactsSheet {
    /** The name of the table, its file and its sheet. */
    public static final String TABLE = "contacts";

    static final List<Column> COLUMNS = List.of(
            Column.required("body", "单位", "部门", "单位名称"),
            Column.required("title", "岗位", "职务", "岗位名称"),
            Column.required("role", "角色"),
            Column.required("name", "姓名"),
            Column.required("login", "登录名", "账号"));

    private static final int LONGEST_TITLE = 60;

    private final Known known;
    private final Map<String, Body> bodies = new HashMap<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final Map<Login, String> names = new HashMap<>();
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    private ContactsSheet(Known known) {
        this.known = known;
        for (var body : known.bodies()) {
            bodies.putIfAbsent(plain(body.name()), body);
            bodies.putIfAbsent(plain(body.shortName()), body);
        }
        known.posts().forEach(post -> roles.put(post.body().id() + "/" + post.title(), post.role()));
    }

    /** What is there: bodies and posts of the unit, the names of its people by login, and the logins of others. */
    public record Known(List<Body> bodies, List<Post> posts, Map<Login, String> people, Others others) {}

    /** Tells whether a sign-in name belongs to somebody, and what keeps that person from a post. */
    public interface Others {
        boolean have(Login login);

        default Optional<Reason> whyNotHold(Post post, Login login) {
            return Optional.empty();
        }
    }

    /** What is wrong goes to the findings of the folder; only a table without any is to be applied. */
    public static List<Contact> read(Folder folder, Known known) {
        var sheet = new ContactsSheet(known);
        folder.read(TABLE, COLUMNS, sheet::take);
        return List.copyOf(sheet.contacts);
    }

    private void take(SheetRow row) {
        if (row.empty("name") && row.empty("login")) return;
        var body = body(row);
        var title = row.requiredText("title").strip();
        if (!title.isEmpty()) refuse(row, "title", Wording.whyNotName(title, LONGEST_TITLE));
        var role = role(row);
        var name = row.requiredText("name").strip();
        if (!name.isEmpty()) refuse(row, "name", Wording.whyNotName(name, Accounts.LONGEST_NAME));
        var login = login(row, name);
        if (body.isEmpty() || role.isEmpty() || title.isEmpty() || name.isEmpty() || login == null) return;

        sameRole(row, body.get(), title, role.get());
        once(row, body.get(), title, login);
        var contact = new Contact(body.get(), title, role.get(), name, login);
        apart(row, contact.post(), login);
        contacts.add(contact);
    }

    /** Who fills in for a body does not check for it, and the whole is signed by two: also by what a person holds already. */
    private void apart(SheetRow row, Post post, Login login) {
        for (var contact : contacts)
            if (contact.login().equals(login))
                contact.post()
                        .twoPersons(post)
                        .ifPresent(two -> row.refuse(
                                "login",
                                "contacts.both",
                                "%1$s 在前面的行里已是%2$s的%3$s：%5$s须是两个人，请另写一人",
                                "%1$s is named further up as %4$s of %2$s: %6$s are two persons, name another",
                                contact.name(),
                                contact.body().name(),
                                contact.role().title().zh(),
                                contact.role().title().en(),
                                two.zh(),
                                two.en()));
        refuse(row, "login", known.others().whyNotHold(post, login));
    }

    private Optional<Body> body(SheetRow row) {
        var written = row.required("body");
        var found = Optional.ofNullable(bodies.get(plain(written)));
        if (found.isEmpty() && !written.isEmpty())
            row.refuse(
                    "body",
                    "contacts.body",
                    "本单位没有「%1$s」；请先在人员页新增，或改用：%2$s",
                    "there is no body “%1$s”: add it on the page of people, or write one of: %2$s",
                    Excerpt.of(written),
                    known.bodies().stream().map(Body::shortName).collect(Collectors.joining(" ")));
        return found;
    }

    private static Optional<Role> role(SheetRow row) {
        var written = row.required("role");
        var role = Role.written(written);
        if (role.filter(Role::byOffice).isPresent() || written.isEmpty()) return role;
        row.refuse(
                "role",
                "contacts.role",
                role.isPresent() ? "角色「%s」由省级管理员任命，不能导入" : "角色应为 联系人、审核人 或 领导小组组长、副组长：%s",
                role.isPresent()
                        ? "the role “%s” is given by the province and cannot be imported"
                        : "the role is contact, checker or leader: %s",
                Excerpt.of(written));
        return Optional.empty();
    }

    private @Nullable Login login(SheetRow row, String name) {
        var typed = Wording.login(row.required("login"));
        if (typed.isEmpty()) return null;
        var login = new Login(typed);
        var whyNot = Wording.whyNotLogin(login);
        refuse(row, "login", whyNot);
        if (whyNot.isPresent() || name.isEmpty()) return null;

        var other = known.people().getOrDefault(login, names.getOrDefault(login, name));
        if (!known.people().containsKey(login) && known.others().have(login))
            refuse(row, "login", Optional.of(Accounts.taken(login)));
        else if (!plain(other).equals(plain(name)))
            row.refuse(
                    "login",
                    "contacts.other-name",
                    "登录名 %1$s 属于 %2$s，这里却写 %3$s；同一人请写同一姓名，不同的人请用不同的登录名",
                    "the sign-in name %1$s is that of %2$s, here it says %3$s: one name for one person",
                    login,
                    other,
                    Excerpt.of(name));
        names.putIfAbsent(login, name);
        return login;
    }

    private void sameRole(SheetRow row, Body body, String title, Role role) {
        var before = roles.putIfAbsent(body.id() + "/" + title, role);
        if (before != null && before != role)
            row.refuse(
                    "role",
                    "contacts.other-role",
                    "「%1$s %2$s」是%3$s岗位，这里却写%4$s；请改角色或岗位名称",
                    "“%1$s %2$s” is a post of another role (%5$s): change the role or the title",
                    body.shortName(),
                    title,
                    before.title().zh(),
                    role.title().zh(),
                    before.title().en());
    }

    private void once(SheetRow row, Body body, String title, Login login) {
        var before = rows.putIfAbsent(body.id() + "/" + title + "/" + login, row.number());
        if (before != null)
            row.refuse(
                    "login", "contacts.twice", "与第 %d 行重复，请删去一行", "the same as row %d: delete one of the two", before);
    }

    private static void refuse(SheetRow row, String column, Optional<Reason> whyNot) {
        whyNot.ifPresent(why -> row.refuse(column, why.code(), why.sentence()));
    }

    /** Brackets, spaces and full-width letters are typed as they come. */
    private static String plain(String name) {
        return Folding.word(name).replace(" ", "");
    }
}
