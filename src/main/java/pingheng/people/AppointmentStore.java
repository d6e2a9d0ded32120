package pingheng.people;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

@Repository
class AppointmentStore {
    private final Sql db;

    AppointmentStore(Sql db) {
        this.db = db;
    }

    /** The posts a person holds on a day: the last day of an appointment is the one before {@code until}. */
    List<Post> held(Login login, LocalDate day) {
        return db.sql("""
                select p.id as post, p.title, p.role,
                       b.id, b.division, b.name, b.short_name, b.kind, b.town, b.in_group
                  from appointment_current a
                  join person h on h.id = a.person
                  join post p on p.id = a.post
                  join body_current b on b.id = p.body
                 where h.login = :login
                   and a.since <= :day
                   and (a.until is null or a.until > :day)
                 order by a.since, p.id
                """).with("login", login, "day", day).list(PeopleStore::post);
    }

    /** A person as they are, a post they hold, and the unit it belongs to. */
    record Present(String name, Post post, Unit unit) {}

    /** The posts a person holds on a day, if the mark is still that of their password: SHA-256 of what is kept of it. */
    List<Present> present(Login login, String mark, LocalDate day) {
        return db.sql("""
                select h.name as holder, p.id as post, p.title, p.role,
                       b.id, b.division, b.name, b.short_name, b.kind, b.town, b.in_group,
                       d.name as unit, d.level, d.parent, d.region
                  from appointment_current a
                  join person h on h.id = a.person
                  join post p on p.id = a.post
                  join body_current b on b.id = p.body
                  join division d on d.code = b.division
                 where h.login = :login
                   and :mark = case when h.secret is null then '' else encode(sha256(convert_to(h.secret, 'UTF8')), 'hex') end
                   and a.since <= :day
                   and (a.until is null or a.until > :day)
                 order by a.since, p.id
                """)
                .with("login", login, "mark", mark, "day", day)
                .list(row -> new Present(row.text("holder"), PeopleStore.post(row), unit(row)));
    }

    private static Unit unit(Row row) throws SQLException {
        return new Unit(
                row.code("division", UnitCode::new),
                row.text("unit"),
                row.coded("level", Level.class),
                row.codeOrNull("parent", UnitCode::new),
                row.text("region"));
    }

    /** Who holds the posts of a division on a day, by post; several may share one. */
    List<Holder> holders(UnitCode division, LocalDate day) {
        return db.sql("""
                select a.post, h.login, h.name, a.since, h.secret is not null as active, h.slip_until
                  from appointment_current a
                  join person h on h.id = a.person
                  join post p on p.id = a.post
                  join body_current b on b.id = p.body
                 where b.division = :division
                   and a.since <= :day
                   and (a.until is null or a.until > :day)
                 order by a.post, h.login
                """).with("division", division, "day", day).list(AppointmentStore::holder);
    }

    /** The posts of a role in a division that somebody holds on a day, each with the names of its holders. */
    Map<Post, String> manned(UnitCode division, Role role, LocalDate day) {
        return manned(division, null, role, day);
    }

    /** The same in all divisions of a level that are there on that day. */
    Map<Post, String> manned(Level level, Role role, LocalDate day) {
        return manned(null, level, role, day);
    }

    private Map<Post, String> manned(@Nullable UnitCode division, @Nullable Level level, Role role, LocalDate day) {
        return db.sql("""
                select p.id as post, p.title, p.role,
                       b.id, b.division, b.name, b.short_name, b.kind, b.town, b.in_group,
                       string_agg(h.name, '、' order by h.login) as holders
                  from post p
                  join body_current b on b.id = p.body
                  join division d on d.code = b.division
                  join appointment_current a on a.post = p.id and a.since <= :day and (a.until is null or a.until > :day)
                  join person h on h.id = a.person
                 where p.role = :role
                   and (b.division = :division
                        or d.level = :level and d.valid_from <= :day
                           and not exists (select from division_end e where e.division = d.code and e.day <= :day))
                 group by p.id, b.id
                 order by b.division, b.town, b.id, p.id
                """)
                .with("division", division, "level", level, "role", role, "day", day)
                .map(PeopleStore::post, row -> row.text("holders"));
    }

    /** Who has held a post, the newest first; who left on their first day held it on none. */
    List<Term> terms(PostId post) {
        return db.sql("""
                select h.login, h.name, a.since, a.until
                  from appointment_current a
                  join person h on h.id = a.person
                 where a.post = :post
                   and (a.until is null or a.until > a.since)
                 order by a.since desc, a.id desc
                """).with("post", post).list(AppointmentStore::term);
    }

    Map<Login, String> called(Set<Login> logins) {
        return byLogin(db.sql("""
                select login, name
                  from person
                 where login in (:logins)
                """).with("logins", logins));
    }

    /** The names of all who hold or ever held a post of a division, by sign-in name and in its order. */
    Map<Login, String> known(UnitCode division) {
        return byLogin(db.sql("""
                select distinct h.login, h.name
                  from appointment_current a
                  join person h on h.id = a.person
                  join post p on p.id = a.post
                  join body_current b on b.id = p.body
                 where b.division = :division
                 order by h.login
                """).with("division", division));
    }

    /** The names of all who hold or ever held a post of a division or of one above it, by sign-in name. */
    Map<Login, String> names(UnitCode division) {
        return byLogin(db.sql("""
                with recursive concerned (code, parent) as (
                    select code, parent from division where code = :division
                     union all
                    select d.code, d.parent from division d join concerned c on d.code = c.parent
                )
                select distinct h.login, h.name
                  from concerned c
                  join body_current b on b.division = c.code
                  join post p on p.body = b.id
                  join appointment_current a on a.post = p.id
                  join person h on h.id = a.person
                """).with("division", division));
    }

    /** Names by sign-in name, in the order of the rows. */
    private static Map<Login, String> byLogin(Sql.Statement question) {
        return question.map(row -> row.code("login", Login::new), row -> row.text("name"));
    }

    /** False when the person holds the post already. Who left it on the day on which they came holds it as if they had not left. */
    boolean appoint(Login login, PostId post, LocalDate since, Instant at) {
        boolean put = db.sql("""
                insert into appointment_version (version, person, post, since, at)
                select 1, h.id, :post, cast(:since as date), cast(:at as timestamptz)
                  from person h
                 where h.login = :login
                   and not exists (select from appointment_current a
                                    where a.person = h.id and a.post = :post and (a.until is null or a.since = :since))
                """)
                .with("login", login, "post", post, "since", since, "at", at)
                .updated();
        return put || back(login, post, since, at);
    }

    private boolean back(Login login, PostId post, LocalDate since, Instant at) {
        return change(login, post, since, false, at);
    }

    /**
     * Ends what is open. Who leaves on the day on which they came held the post on no day; but they may have acted, and stay known by
     * name. False when there is nothing to end.
     */
    boolean dismiss(Login login, PostId post, LocalDate until, Instant at) {
        return change(login, post, until, true, at);
    }

    /** The next version: what is open ends, or what ended on its first day goes on. False when there is none, or another makes it. */
    private boolean change(Login login, PostId post, LocalDate day, boolean ends, Instant at) {
        return db.sql("""
                insert into appointment_version (appointment, version, person, post, since, until, at)
                select a.id, v.version + 1, a.person, a.post, a.since,
                       case when :ends then greatest(cast(:day as date), a.since) end, cast(:at as timestamptz)
                  from appointment_current a
                  join person h on h.id = a.person
                  join lateral (select max(version) as version from appointment_version where appointment = a.id) v on true
                 where h.login = :login
                   and a.post = :post
                   and (:ends and a.until is null or not :ends and a.since = :day and a.until = :day)
                on conflict do nothing
                """)
                .with("login", login, "post", post, "day", day, "ends", ends, "at", at)
                .updated();
    }

    private static Holder holder(Row row) throws SQLException {
        return new Holder(
                row.id("post", PostId::new),
                row.code("login", Login::new),
                row.text("name"),
                row.date("since"),
                row.flag("active"),
                row.instantOrNull("slip_until"));
    }

    private static Term term(Row row) throws SQLException {
        return new Term(row.code("login", Login::new), row.text("name"), row.date("since"), row.dateOrNull("until"));
    }
}
