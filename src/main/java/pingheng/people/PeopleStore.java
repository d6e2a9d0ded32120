package pingheng.people;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.digest.Sha256;
import pingheng.value.BodyId;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

@Repository
class PeopleStore {
    private final Sql db;

    PeopleStore(Sql db) {
        this.db = db;
    }

    Optional<Unit> unit(UnitCode code) {
        return db.sql("""
                select code, name, level, parent, region
                  from division
                 where code = :code
                """).with("code", code).optional(PeopleStore::unit);
    }

    /** Those that are there on a day. */
    List<Unit> units(LocalDate day) {
        return db.sql("""
                select code, name, level, parent, region
                  from division
                 where valid_from <= :day
                   and not exists (select from division_end e where e.division = code and e.day <= :day)
                 order by code
                """).with("day", day).list(PeopleStore::unit);
    }

    List<Unit> units(List<UnitCode> codes) {
        return db.sql("""
                select code, name, level, parent, region
                  from division
                 where code in (:codes)
                 order by code
                """).with("codes", codes).list(PeopleStore::unit);
    }

    /** All that there are or were, by code. */
    List<Unit.Span> spans() {
        return db.sql("""
                select d.code, d.name, d.level, d.parent, d.region, d.valid_from, e.day as valid_to,
                       array(select successor from division_successor where division = d.code order by successor) as successors
                  from division d
                  left join division_end e on e.division = d.code
                 order by d.code
                """).list(PeopleStore::span);
    }

    /** Makes whoever ends these units wait for one another. */
    void lockUnits(Set<UnitCode> codes) {
        lock("division", codes.stream().map(UnitCode::text));
    }

    /** Takes its turn at each of these, all in one order, until the transaction ends. */
    private void lock(String kind, Stream<String> named) {
        var keys = named.map(name -> Sha256.of(kind + "\t" + name))
                .map(digest -> Long.parseUnsignedLong(digest, 0, 16, 16))
                .sorted()
                .toArray(Long[]::new);
        db.sql("""
                select pg_advisory_xact_lock(key)
                  from unnest(cast(:keys as bigint[])) as key
                """).with("keys", keys).run();
    }

    void end(UnitCode code, LocalDate day, List<UnitCode> successors, Instant at) {
        db.sql("""
                insert into division_end (division, day, at)
                values (:code, :day, :at)
                """).with("code", code, "day", day, "at", at).update();
        for (var successor : successors)
            db.sql("""
                    insert into division_successor (division, successor)
                    values (:code, :successor)
                    """).with("code", code, "successor", successor).update();
    }

    void add(Unit unit) {
        db.sql("""
                insert into division (code, name, level, parent, region)
                values (:code, :name, :level, :parent, :region)
                """)
                .with("code", unit.code(), "name", unit.name(), "level", unit.level())
                .with("parent", unit.parent(), "region", unit.region())
                .update();
    }

    List<Body> bodies(UnitCode division) {
        return db.sql("""
                select id, division, name, short_name, kind, town, in_group
                  from body_current
                 where division = :division
                 order by town, id
                """).with("division", division).list(PeopleStore::body);
    }

    /** Empty when the unit has a body of that name. */
    Optional<BodyId> addBody(Body body, Instant at) {
        return db.sql("""
                insert into body_version (version, division, name, short_name, kind, town, in_group, at)
                select 1, :division, :name, :shortName, :kind, :town, :inGroup, cast(:at as timestamptz)
                 where not exists (select from body_current where division = :division and name = :name)
                returning body
                """)
                .with("division", body.division(), "name", body.name(), "shortName", body.shortName())
                .with("kind", body.kind(), "town", body.town(), "inGroup", body.inGroup(), "at", at)
                .optional(row -> row.id("body", BodyId::new));
    }

    /** Empty when the body has a post of that title. */
    Optional<PostId> addPost(BodyId body, String title, Role role) {
        return db.sql("""
                insert into post (body, title, role)
                values (:body, :title, :role)
                on conflict (body, title) do nothing
                returning id
                """).with("body", body, "title", title, "role", role).optional(row -> row.id("id", PostId::new));
    }

    /** The divisions that have a post of the role. */
    Set<UnitCode> having(Role role) {
        return db.sql("""
                select distinct b.division
                  from post p
                  join body_current b on b.id = p.body
                 where p.role = :role
                """).with("role", role).set(row -> row.onlyCode(UnitCode::new));
    }

    /** The posts of a division, also those that nobody holds. */
    List<Post> posts(UnitCode division) {
        return db.sql("""
                select p.id as post, p.title, p.role,
                       b.id, b.division, b.name, b.short_name, b.kind, b.town, b.in_group
                  from post p
                  join body_current b on b.id = p.body
                 where b.division = :division
                 order by b.town, b.id, p.id
                """).with("division", division).list(PeopleStore::post);
    }

    Optional<Post> post(PostId id) {
        return db.sql("""
                select p.id as post, p.title, p.role,
                       b.id, b.division, b.name, b.short_name, b.kind, b.town, b.in_group
                  from post p
                  join body_current b on b.id = p.body
                 where p.id = :id
                """).with("id", id).optional(PeopleStore::post);
    }

    /** All but its name, by which it is known. False when another changes it at the same time. */
    boolean change(Body body, Instant at) {
        return db.sql("""
                insert into body_version (body, version, division, name, short_name, kind, town, in_group, at)
                select body, version + 1, division, name, :shortName, :kind, :town, :inGroup, cast(:at as timestamptz)
                  from body_version
                 where body = :id
                 order by version desc
                 limit 1
                on conflict do nothing
                """)
                .with("id", body.id(), "shortName", body.shortName(), "kind", body.kind())
                .with("town", body.town(), "inGroup", body.inGroup(), "at", at)
                .updated();
    }

    /** Makes whoever puts people on posts of these bodies wait for one another. */
    void lockBodies(Set<BodyId> ids) {
        lock("body", ids.stream().map(BodyId::toString));
    }

    /** Makes whoever changes the posts of a role wait for one another. */
    void lock(Role role) {
        lock("role", Stream.of(role.code()));
    }

    private static Unit.Span span(Row row) throws SQLException {
        return new Unit.Span(
                unit(row), row.date("valid_from"), row.dateOrNull("valid_to"), row.codes("successors", UnitCode::new));
    }

    static Post post(Row row) throws SQLException {
        var body = new Body(
                row.id("id", BodyId::new),
                row.code("division", UnitCode::new),
                row.text("name"),
                row.text("short_name"),
                row.text("kind"),
                row.flag("town"),
                row.flag("in_group"));
        return new Post(row.id("post", PostId::new), row.text("title"), row.coded("role", Role.class), body);
    }

    private static Unit unit(Row row) throws SQLException {
        return new Unit(
                row.code("code", UnitCode::new),
                row.text("name"),
                row.coded("level", Level.class),
                row.codeOrNull("parent", UnitCode::new),
                row.text("region"));
    }

    private static Body body(Row row) throws SQLException {
        return new Body(
                row.id("id", BodyId::new),
                row.code("division", UnitCode::new),
                row.text("name"),
                row.text("short_name"),
                row.text("kind"),
                row.flag("town"),
                row.flag("in_group"));
    }
}
