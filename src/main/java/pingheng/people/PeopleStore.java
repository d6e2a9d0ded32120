package pingheng.people;

import java.sql.ResultSet;
import java.sql.SQLException;
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
