package pingheng.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** Those that are there on a day. */
    List<Unit> units(LocalDate day) {
        return db.sql("""
                select code, name, level, parent, region
                  from division
                 where valid_from <= :day
                   and (valid_to is null or valid_to > :day)
                 order by code
                """).param("day", day).query(Rows.as(Unit.class)).list();
    }

    boolean isThere(String code, LocalDate day) {
        return db.sql("""
                select exists (select from division
                                where code = :code and valid_from <= :day and (valid_to is null or valid_to > :day))
                """)
                .param("code", code)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** All that there are or were, by code. */
    List<Unit.Span> spans() {
        return db.sql("""
                select d.code, d.name, d.level, d.parent, d.region, d.valid_from, d.valid_to,
                       array(select successor from division_successor where division = d.code order by successor) as successors
                  from division d
                 order by d.code
                """).query(PeopleStore::span).list();
    }

    /** Makes whoever ends these units wait for one another. */
    void lockUnits(Set<String> codes) {
        db.sql("""
                select code
                  from division
                 where code in (:codes)
                 order by code
                   for no key update
                """).param("codes", codes).query(Rows::text).list();
    }

    void end(String code, LocalDate day, List<String> successors) {
        db.sql("""
                update division
                   set valid_to = :day
                 where code = :code
                """).param("code", code).param("day", day).update();
        for (var successor : successors)
            db.sql("""
                    insert into division_successor (division, successor)
                    values (:code, :successor)
                    """).param("code", code).param("successor", successor).update();
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

    /** Empty when the unit has a body of that name. */
    Optional<Long> addBody(Body body) {
        return db.sql("""
                insert into body (division, name, short_name, kind, town, in_group)
                values (:division, :name, :shortName, :kind, :town, :inGroup)
                on conflict (division, name) do nothing
                returning id
                """)
                .param("division", body.division())
                .param("name", body.name())
                .param("shortName", body.shortName())
                .param("kind", body.kind())
                .param("town", body.town())
                .param("inGroup", body.inGroup())
                .query(Long.class)
                .optional();
    }

    /** Empty when the body has a post of that title. */
    Optional<Long> addPost(long body, String title, Role role) {
        return db.sql("""
                insert into post (body, title, role)
                values (:body, :title, :role)
                on conflict (body, title) do nothing
                returning id
                """)
                .param("body", body)
                .param("title", title)
                .param("role", role.code())
                .query(Long.class)
                .optional();
    }

    /** The divisions that have a post of the role. */
    Set<String> having(Role role) {
        return db.sql("""
                select distinct b.division
                  from post p
                  join body b on b.id = p.body
                 where p.role = :role
                """).param("role", role.code()).query(Rows::text).set();
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

    /** All but its name, by which it is known. */
    void change(Body body) {
        db.sql("""
                update body
                   set short_name = :shortName, kind = :kind, town = :town, in_group = :inGroup
                 where id = :id
                """)
                .param("id", body.id())
                .param("shortName", body.shortName())
                .param("kind", body.kind())
                .param("town", body.town())
                .param("inGroup", body.inGroup())
                .update();
    }

    /** Makes whoever puts people on posts of these bodies wait for one another. */
    void lockBodies(Set<Long> ids) {
        db.sql("""
                select id
                  from body
                 where id in (:ids)
                 order by id
                   for no key update
                """).param("ids", ids).query(Long.class).list();
    }

    /** Makes whoever changes the posts of a role wait for one another. */
    void lock(Role role) {
        db.sql("""
                select id
                  from post
                 where role = :role
                 order by id
                   for update
                """).param("role", role.code()).query(Long.class).list();
    }

    private static Unit.Span span(ResultSet row, int number) throws SQLException {
        return new Unit.Span(
                new Unit(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("level"),
                        row.getString("parent"),
                        row.getString("region")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                List.of((String[]) row.getArray("successors").getArray()));
    }

    static Post post(ResultSet row, int number) throws SQLException {
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
