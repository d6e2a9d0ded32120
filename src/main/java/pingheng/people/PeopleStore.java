package pingheng.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;

@Repository
class PeopleStore {
    private final JdbcClient db;

    PeopleStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Unit> unit(String code) {
        return db.sql("""
                select code, name, level, parent, region
                  from division
                 where code = :code
                """).param("code", code).query(Rows.as(Unit.class)).optional();
    }

    List<Unit> units() {
        return db.sql("""
                select code, name, level, parent, region
                  from division
                 where valid_to is null
                 order by code
                """).query(Rows.as(Unit.class)).list();
    }

    void add(Unit unit) {
        db.sql("""
                insert into division (code, name, level, parent, region)
                values (:code, :name, :level, :parent, :region)
                """)
                .param("code", unit.code())
                .param("name", unit.name())
                .param("level", unit.level())
                .param("parent", unit.parent())
                .param("region", unit.region())
                .update();
    }

    List<Body> bodies(String division) {
        return db.sql("""
                select id, division, name, short_name, kind, town, in_group
                  from body
                 where division = :division
                 order by town, id
                """)
                .param("division", division)
                .query(Rows.as(Body.class))
                .list();
    }

    long addBody(Body body) {
        return db.sql("""
                insert into body (division, name, short_name, kind, town, in_group)
                values (:division, :name, :shortName, :kind, :town, :inGroup)
                returning id
                """)
                .param("division", body.division())
                .param("name", body.name())
                .param("shortName", body.shortName())
                .param("kind", body.kind())
                .param("town", body.town())
                .param("inGroup", body.inGroup())
                .query(Long.class)
                .single();
    }

    long addPost(long body, String title, Role role) {
        return db.sql("""
                insert into post (body, title, role)
                values (:body, :title, :role)
                returning id
                """)
                .param("body", body)
                .param("title", title)
                .param("role", role.code())
                .query(Long.class)
                .single();
    }

    /** The posts of a division, also those that nobody holds. */
    List<Post> posts(String division) {
        return db.sql("""
                select p.id as post, p.title, p.role,
                       b.id, b.division, b.name, b.short_name, b.kind, b.town, b.in_group
                  from post p
                  join body b on b.id = p.body
                 where b.division = :division
                 order by b.town, b.id, p.id
                """).param("division", division).query(PeopleStore::post).list();
    }

    Optional<Post> post(long id) {
        return db.sql("""
                select p.id as post, p.title, p.role,
                       b.id, b.division, b.name, b.short_name, b.kind, b.town, b.in_group
                  from post p
                  join body b on b.id = p.body
                 where p.id = :id
                """).param("id", id).query(PeopleStore::post).optional();
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

    /** Who holds the posts of a division on a day, by post; several may share one. */
    List<Holder> holders(String division, LocalDate day) {
        return db.sql("""
                select a.post, h.login, h.name, h.secret is not null as active
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

    void appoint(String login, long post, LocalDate since) {
        db.sql("""
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
    }

    /** Ends what is open; an appointment of the same day never was. */
    void dismiss(String login, long post, LocalDate until) {
        db.sql("""
                delete from appointment a
                 using person h
                 where h.id = a.person and h.login = :login and a.post = :post and a.until is null and a.since >= :until
                """)
                .param("login", login)
                .param("post", post)
                .param("until", until)
                .update();
        db.sql("""
                update appointment a
                   set until = :until
                  from person h
                 where h.id = a.person and h.login = :login and a.post = :post and a.until is null
                """)
                .param("login", login)
                .param("post", post)
                .param("until", until)
                .update();
    }

    private static Post post(ResultSet row, int number) throws SQLException {
        var body = new Body(
                row.getLong("id"),
                row.getString("division"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("kind"),
                row.getBoolean("town"),
                row.getBoolean("in_group"));
        return new Post(row.getLong("post"), row.getString("title"), Role.of(row.getString("role")), body);
    }
}
