package pingheng.people;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;

@Repository
class AppointmentStore {
    private final JdbcClient db;

    AppointmentStore(JdbcClient db) {
        this.db = db;
    }

    /** The posts a person holds on a day: the last day of an appointment is the one before {@code until}. */
    List<Post> held(String login, LocalDate day) {
        return db.sql("""
                select p.id as post, p.title, p.role,
                       b.id, b.division, b.name, b.short_name, b.kind, b.town, b.in_group
                  from appointment a
                  join person h on h.id = a.person
                  join post p on p.id = a.post
                  join body b on b.id = p.body
                 where h.login = :login
                   and a.since <= :day
                   and (a.until is null or a.until > :day)
                 order by a.since, p.id
                """)
                .param("login", login)
                .param("day", day)
                .query(PeopleStore::post)
                .list();
    }

    /** A person as they are, and a post they hold. */
    record Present(String name, Post post) {}

    /** The posts a person holds on a day, if the mark is still that of their password: SHA-256 of what is kept of it. */
    List<Present> present(String login, String mark, LocalDate day) {
        return db.sql("""
                select h.name as holder, p.id as post, p.title, p.role,
                       b.id, b.division, b.name, b.short_name, b.kind, b.town, b.in_group
                  from appointment a
                  join person h on h.id = a.person
                  join post p on p.id = a.post
                  join body b on b.id = p.body
                 where h.login = :login
                   and :mark = case when h.secret is null then '' else encode(sha256(convert_to(h.secret, 'UTF8')), 'hex') end
                   and a.since <= :day
                   and (a.until is null or a.until > :day)
                 order by a.since, p.id
                """)
                .param("login", login)
                .param("mark", mark)
                .param("day", day)
                .query((row, number) -> new Present(row.getString("holder"), PeopleStore.post(row, number)))
                .list();
    }

    /** Who holds the posts of a division on a day, by post; several may share one. */
    List<Holder> holders(String division, LocalDate day) {
        return db.sql("""
                select a.post, h.login, h.name, a.since, h.secret is not null as active, h.slip_until
                  from appointment a
                  join person h on h.id = a.person
                  join post p on p.id = a.post
                  join body b on b.id = p.body
                 where b.division = :division
                   and a.since <= :day
                   and (a.until is null or a.until > :day)
                 order by a.post, h.login
                """)
                .param("division", division)
                .param("day", day)
                .query(Rows.as(Holder.class))
                .list();
    }

    /** Who has held a post, the newest first; who left on their first day held it on none. */
    List<Term> terms(long post) {
        return db.sql("""
                select h.login, h.name, a.since, a.until
                  from appointment a
                  join person h on h.id = a.person
                 where a.post = :post
                   and (a.until is null or a.until > a.since)
                 order by a.since desc, a.id desc
                """).param("post", post).query(Rows.as(Term.class)).list();
    }

    Map<String, String> called(Set<String> logins) {
        return byLogin(db.sql("""
                select login, name
                  from person
                 where login in (:logins)
                """).param("logins", logins));
    }

    /** The names of all who hold or ever held a post of a division, by sign-in name and in its order. */
    Map<String, String> known(String division) {
        return byLogin(db.sql("""
                select distinct h.login, h.name
                  from appointment a
                  join person h on h.id = a.person
                  join post p on p.id = a.post
                  join body b on b.id = p.body
                 where b.division = :division
                 order by h.login
                """).param("division", division));
    }

    /** The names of all who hold or ever held a post of a division or of one above it, by sign-in name. */
    Map<String, String> names(String division) {
        return byLogin(db.sql("""
                with recursive concerned (code, parent) as (
                    select code, parent from division where code = :division
                     union all
                    select d.code, d.parent from division d join concerned c on d.code = c.parent
                )
                select distinct h.login, h.name
                  from concerned c
                  join body b on b.division = c.code
                  join post p on p.body = b.id
                  join appointment a on a.post = p.id
                  join person h on h.id = a.person
                """).param("division", division));
    }

    /** Names by sign-in name, in the order of the rows. */
    private static Map<String, String> byLogin(JdbcClient.StatementSpec question) {
        var names = new LinkedHashMap<String, String>();
        question.query(row -> {
            names.put(row.getString("login"), row.getString("name"));
        });
        return names;
    }

    /** False when the person holds the post already. Who left it on the day on which they came holds it as if they had not left. */
    boolean appoint(String login, long post, LocalDate since) {
        int put = db.sql("""
                insert into appointment (person, post, since)
                select id, :post, :since
                  from person
                 where login = :login
                on conflict do nothing
                """)
                .param("login", login)
                .param("post", post)
                .param("since", since)
                .update();
        return put == 1 || back(login, post, since);
    }

    private boolean back(String login, long post, LocalDate since) {
        return db.sql("""
                update appointment a
                   set until = null
                  from person h
                 where h.id = a.person and h.login = :login and a.post = :post and a.since = :since and a.until = :since
                """)
                        .param("login", login)
                        .param("post", post)
                        .param("since", since)
                        .update()
                == 1;
    }

    /**
     * Ends what is open. Who leaves on the day on which they came held the post on no day; but they may have acted, and stay known by
     * name. False when there is nothing to end.
     */
    boolean dismiss(String login, long post, LocalDate until) {
        return db.sql("""
                update appointment a
                   set until = greatest(:until, a.since)
                  from person h
                 where h.id = a.person and h.login = :login and a.post = :post and a.until is null
                """)
                        .param("login", login)
                        .param("post", post)
                        .param("until", until)
                        .update()
                > 0;
    }
}
