package pingheng.submission;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.Code;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

@Repository
class SealStore {
    private final Sql db;

    SealStore(Sql db) {
        this.db = db;
    }

    /** Keeps what the digest was taken over, too, so that a signature that falls can say what has changed. */
    void sign(long round, UnitCode unit, SignOff signOff, PostId post, String content) {
        db.sql("""
                with kept as (insert into signed_content (digest, content)
                              values (:digest, :content)
                              on conflict do nothing)
                insert into sign_off (round, unit, point, step, digest, person, post, at)
                values (:round, :unit, :point, :step, :digest, :person, :post, :at)
                """)
                .with("round", round, "unit", unit, "point", Code.textOf(signOff.point()))
                .with("step", signOff.step())
                .with("digest", signOff.digest(), "content", content, "person", signOff.person())
                .with("post", post, "at", signOff.at())
                .update();
    }

    void giveBack(long round, UnitCode unit, PointCode point, OwnPoint.Return returned) {
        db.sql("""
                insert into returned (round, unit, point, reason, person, at)
                values (:round, :unit, :point, :reason, :person, :at)
                """)
                .with("round", round, "unit", unit, "point", point, "reason", returned.reason())
                .with("person", returned.person(), "at", returned.at())
                .update();
    }

    void freeze(long round, UnitCode unit, SubmissionStatus.Freeze freeze) {
        db.sql("""
                insert into frozen (round, unit, number, version, manifest, content, digest, person, at)
                select :round, :unit, :number, coalesce(max(version), 0) + 1, :manifest, :content, :digest, :person,
                       cast(:at as timestamptz)
                  from frozen
                 where round = :round and unit = :unit and number = :number
                """)
                .with("round", round, "unit", unit, "number", freeze.number(), "manifest", freeze.manifest())
                .with("content", freeze.content(), "digest", freeze.digest(), "person", freeze.person())
                .with("at", freeze.at())
                .update();
    }

    Optional<SubmissionStatus.Freeze> freeze(long round, UnitCode unit, int number) {
        return db.sql("""
                select id, number, manifest, content, digest, person, at
                  from (select id, number, manifest, content, digest, person, at
                          from frozen
                         where round = :round and unit = :unit and number = :number
                         order by version desc
                         limit 1) newest
                 where digest is not null
                """).with("round", round, "unit", unit, "number", number).optional(row -> freeze(row, ""));
    }

    /** The version after that of the freeze; who comes second is refused by the database. */
    void lift(long freeze, Login person, Instant at) {
        db.sql("""
                insert into frozen (round, unit, number, version, person, at)
                select round, unit, number, version + 1, :person, cast(:at as timestamptz)
                  from frozen
                 where id = :id
                """).with("id", freeze, "person", person, "at", at).update();
    }

    void scan(long freeze, SubmissionStatus.Scan scan) {
        db.sql("""
                insert into scan_version (frozen, kind, version, sha256, name, type, size, person, at)
                select :freeze, :kind, coalesce(max(version), 0) + 1, :sha256, :name, :type, :size, :person,
                       cast(:at as timestamptz)
                  from scan_version
                 where frozen = :freeze and kind = :kind
                """)
                .with("freeze", freeze, "kind", scan.kind(), "sha256", scan.sha256(), "name", scan.name())
                .with("type", scan.type(), "size", scan.size(), "person", scan.person(), "at", scan.at())
                .update();
    }

    List<SubmissionStatus.Scan> scans(long freeze) {
        return db.sql("""
                select distinct on (kind) kind, sha256, name, type, size, person, at
                  from scan_version
                 where frozen = :freeze
                 order by kind, version desc
                """).with("freeze", freeze).list(SealStore::scan);
    }

    /** Keeps beside a submission by which digest each of its points is known, as its manifest names them. */
    void submit(long round, UnitCode unit, SubmissionStatus.Submission submission, Instant at) {
        db.sql("""
                with submitted as (insert into submission
                                          (round, unit, number, frozen, manifest, digest, previous, person, arrived, at)
                                   values (:round, :unit, :number, :freeze, :manifest, :digest, :previous, :person, :arrived, :at)
                                   returning round, unit, number, frozen)
                insert into sealed_point (round, unit, number, point, digest)
                select s.round, s.unit, s.number, m.line[1], m.line[2]
                  from submitted s
                  join frozen f on f.id = s.frozen
                 cross join lateral regexp_matches(f.manifest, '^point\\t(\\S+)\\t([0-9a-f]{64})$', 'gn') m (line)
                """)
                .with("round", round, "unit", unit, "number", submission.number())
                .with("freeze", submission.freeze(), "manifest", submission.manifest())
                .with("digest", submission.digest(), "previous", submission.previous())
                .with("person", submission.person(), "arrived", submission.arrived(), "at", at)
                .update();
    }

    /** The units that have submitted; those of which points were returned and have not come back yet map to true. */
    Map<UnitCode, Boolean> submitted(long round) {
        return db.sql("""
                select s.unit, exists (select from supplement p
                                        where p.round = s.round and p.unit = s.unit and p.number = s.number) as open
                  from (select round, unit, max(number) as number
                          from submission
                         where round = :round
                         group by round, unit) s
                """).with("round", round).map(row -> row.code("unit", UnitCode::new), row -> row.flag("open"));
    }

    /** All submissions of a unit, the newest first. */
    List<SubmissionStatus.Submission> submissions(long round, UnitCode unit) {
        return db.sql("""
                select number, frozen as "freeze", manifest, digest, previous, person, arrived
                  from submission
                 where round = :round and unit = :unit
                 order by number desc
                """).with("round", round, "unit", unit).list(SealStore::submission);
    }

    /** Where a unit stands: its last submission, what was returned of it, and what is frozen to be the next one. */
    SubmissionStatus standing(long round, UnitCode unit) {
        return db.sql("""
                select s.number, s.frozen as "freeze", s.manifest, s.digest, s.previous, s.person, s.arrived,
                       f.id as f_id, f.number as f_number, f.manifest as f_manifest, f.content as f_content, f.digest as f_digest,
                       f.person as f_person, f.at as f_at,
                       p.number as p_number, p.points as p_points, p.reason as p_reason, p.due as p_due, p.person as p_person,
                       p.at as p_at,
                       case when p.number is not null
                            then (select string_agg(d.point || ' ' || d.digest, ' ')
                                    from sealed_point d
                                   where d.round = p.round and d.unit = p.unit and d.number = p.number) end as p_sealed
                  from (values (1)) one
                  left join lateral (select number, frozen, manifest, digest, previous, person, arrived
                                       from submission
                                      where round = :round and unit = :unit
                                      order by number desc
                                      limit 1) s on true
                  left join lateral (select id, number, manifest, content, digest, person, at
                                       from frozen
                                      where round = :round and unit = :unit and number = coalesce(s.number, 0) + 1
                                      order by version desc
                                      limit 1) f on f.digest is not null
                  left join supplement p on p.round = :round and p.unit = :unit and p.number = s.number
                """).with("round", round, "unit", unit).single(this::standing);
    }

    private SubmissionStatus standing(Row row) throws SQLException {
        boolean submitted = row.integerOrNull("number") != null;
        if (row.numberOrNull("f_id") != null)
            return new SubmissionStatus.Frozen(freeze(row, "f_"), submitted ? row.text("digest") : "0".repeat(64));
        if (!submitted) return new SubmissionStatus.Drafting();
        return row.integerOrNull("p_number") == null
                ? new SubmissionStatus.Submitted(submission(row))
                : new SubmissionStatus.Supplementing(submission(row), supplement(row, "p_"), sealed(row));
    }

    /** The same of all units that have ever frozen anything, as much as a list tells. */
    Map<UnitCode, SubmissionStatus.Outline> outlines(long round) {
        return db.sql("""
                select u.unit, u.number, p.points, p.due,
                       coalesce((select f.digest is not null
                                   from frozen f
                                  where f.round = :round and f.unit = u.unit and f.number = u.number + 1
                                  order by f.version desc
                                  limit 1), false) as frozen
                  from (select f.unit, coalesce(max(s.number), 0) as number
                          from frozen f
                          left join submission s on s.frozen = f.id
                         where f.round = :round
                         group by f.unit) u
                  left join supplement p on p.round = :round and p.unit = u.unit and p.number = u.number
                """).with("round", round).map(row -> row.code("unit", UnitCode::new), SealStore::outline);
    }

    private static SubmissionStatus.Outline outline(Row row) throws SQLException {
        boolean frozen = row.flag("frozen");
        var points = row.textOrNull("points");
        return new SubmissionStatus.Outline(
                row.integer("number"),
                frozen,
                frozen || points == null ? 0 : points(points).size(),
                frozen ? null : row.dateOrNull("due"));
    }

    void supplement(long round, UnitCode unit, SubmissionStatus.Supplement supplement) {
        db.sql("""
                insert into supplement (round, unit, number, points, reason, due, person, at)
                values (:round, :unit, :number, :points, :reason, :due, :person, :at)
                """)
                .with("round", round, "unit", unit, "number", supplement.number())
                .with("points", Code.joined(" ", supplement.points()), "reason", supplement.reason())
                .with("due", supplement.due(), "person", supplement.person(), "at", supplement.at())
                .update();
    }

    Optional<SubmissionStatus.Supplement> supplement(long round, UnitCode unit, int number) {
        return db.sql("""
                select number, points, reason, due, person, at
                  from supplement
                 where round = :round and unit = :unit and number = :number
                """).with("round", round, "unit", unit, "number", number).optional(row -> supplement(row, ""));
    }

    private SubmissionStatus.Freeze freeze(Row row, String of) throws SQLException {
        return new SubmissionStatus.Freeze(
                row.number(of + "id"),
                row.integer(of + "number"),
                row.text(of + "manifest"),
                row.text(of + "content"),
                row.text(of + "digest"),
                row.code(of + "person", Login::new),
                row.instant(of + "at"),
                scans(row.number(of + "id")));
    }

    private static SubmissionStatus.Supplement supplement(Row row, String of) throws SQLException {
        return new SubmissionStatus.Supplement(
                row.integer(of + "number"),
                points(row.text(of + "points")),
                row.text(of + "reason"),
                row.date(of + "due"),
                row.code(of + "person", Login::new),
                row.instant(of + "at"));
    }

    /** By point, out of pairs. */
    private static Map<PointCode, String> sealed(Row row) throws SQLException {
        var sealed = new HashMap<PointCode, String>();
        var pairs = row.text("p_sealed").split(" ");
        for (int i = 0; i + 1 < pairs.length; i += 2) sealed.put(new PointCode(pairs[i]), pairs[i + 1]);
        return sealed;
    }

    private static List<PointCode> points(String joined) {
        return Stream.of(joined.split(" ")).map(PointCode::new).toList();
    }

    private static SubmissionStatus.Scan scan(Row row) throws SQLException {
        return new SubmissionStatus.Scan(
                row.text("kind"),
                row.text("sha256"),
                row.text("name"),
                row.text("type"),
                row.number("size"),
                row.code("person", Login::new),
                row.instant("at"));
    }

    private static SubmissionStatus.Submission submission(Row row) throws SQLException {
        return new SubmissionStatus.Submission(
                row.integer("number"),
                row.number("freeze"),
                row.text("manifest"),
                row.text("digest"),
                row.text("previous"),
                row.code("person", Login::new),
                row.instant("arrived"));
    }
}
