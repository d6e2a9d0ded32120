package pingheng.submission;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;

@Repository
class SealStore {
    private final JdbcClient db;

    SealStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps what the digest was taken over, too, so that a signature that falls can say what has changed. */
    void sign(long round, String unit, SignOff signOff, long post, String content) {
        db.sql("""
                with kept as (insert into signed_content (digest, content)
                              values (:digest, :content)
                              on conflict do nothing)
                insert into sign_off (round, unit, point, step, digest, person, post, at)
                values (:round, :unit, :point, :step, :digest, :person, :post, :at)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("point", signOff.point())
                .param("step", signOff.step().code())
                .param("digest", signOff.digest())
                .param("content", content)
                .param("person", signOff.person())
                .param("post", post)
                .param("at", signOff.at().atOffset(UTC))
                .update();
    }

    /** The newest sign-off of each point and step; the whole has the point "". */
    List<SignOff> signOffs(long round, String unit) {
        return db.sql("""
                select distinct on (s.point, s.step) s.point, s.step, s.digest, s.person, p.title as post, s.at
                  from sign_off s
                  join post p on p.id = s.post
                 where s.round = :round and s.unit = :unit
                 order by s.point, s.step, s.id desc
                """)
                .param("round", round)
                .param("unit", unit)
                .query((row, number) -> new SignOff(
                        row.getString("point"),
                        SignOff.Step.of(row.getString("step")),
                        row.getString("digest"),
                        row.getString("person"),
                        row.getString("post"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void giveBack(long round, String unit, String point, OwnPoint.Return returned) {
        db.sql("""
                insert into returned (round, unit, point, reason, person, at)
                values (:round, :unit, :point, :reason, :person, :at)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("point", point)
                .param("reason", returned.reason())
                .param("person", returned.person())
                .param("at", returned.at().atOffset(UTC))
                .update();
    }

    /** The newest return of each point. */
    Map<String, OwnPoint.Return> returns(long round, String unit) {
        var returns = new HashMap<String, OwnPoint.Return>();
        db.sql("""
                select distinct on (point) point, reason, person, at
                  from returned
                 where round = :round and unit = :unit
                 order by point, id desc
                """).param("round", round).param("unit", unit).query(row -> {
            returns.put(
                    row.getString("point"),
                    new OwnPoint.Return(
                            row.getString("reason"),
                            row.getString("person"),
                            row.getObject("at", OffsetDateTime.class).toInstant()));
        });
        return returns;
    }

    void freeze(long round, String unit, Standing.Freeze freeze) {
        db.sql("""
                insert into frozen (round, unit, number, manifest, content, digest, person, at)
                values (:round, :unit, :number, :manifest, :content, :digest, :person, :at)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("number", freeze.number())
                .param("manifest", freeze.manifest())
                .param("content", freeze.content())
                .param("digest", freeze.digest())
                .param("person", freeze.person())
                .param("at", freeze.at().atOffset(UTC))
                .update();
    }

    Optional<Standing.Freeze> freeze(long round, String unit, int number) {
        return db.sql("""
                select id, number, manifest, content, digest, person, at
                  from frozen
                 where round = :round and unit = :unit and number = :number and lifted is null
                """)
                .param("round", round)
                .param("unit", unit)
                .param("number", number)
                .query((row, count) -> new Standing.Freeze(
                        row.getLong("id"),
                        row.getInt("number"),
                        row.getString("manifest"),
                        row.getString("content"),
                        row.getString("digest"),
                        row.getString("person"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        scans(row.getLong("id"))))
                .optional();
    }

    void lift(long freeze, Instant at) {
        db.sql("""
                update frozen
                   set lifted = :at
                 where id = :id and lifted is null
                """).param("id", freeze).param("at", at.atOffset(UTC)).update();
    }

    void scan(long freeze, Standing.Scan scan) {
        db.sql("""
                insert into scan (frozen, kind, sha256, name, type, size, person, at)
                values (:freeze, :kind, :sha256, :name, :type, :size, :person, :at)
                on conflict (frozen, kind) do update
                   set sha256 = excluded.sha256, name = excluded.name, type = excluded.type, size = excluded.size,
                       person = excluded.person, at = excluded.at
                """)
                .param("freeze", freeze)
                .param("kind", scan.kind())
                .param("sha256", scan.sha256())
                .param("name", scan.name())
                .param("type", scan.type())
                .param("size", scan.size())
                .param("person", scan.person())
                .param("at", scan.at().atOffset(UTC))
                .update();
    }

    List<Standing.Scan> scans(long freeze) {
        return db.sql("""
                select kind, sha256, name, type, size, person, at
                  from scan
                 where frozen = :freeze
                 order by kind
                """)
                .param("freeze", freeze)
                .query(Rows.as(Standing.Scan.class))
                .list();
    }

    void submit(long round, String unit, Standing.Submission submission, Instant at) {
        db.sql("""
                insert into submission (round, unit, number, frozen, manifest, digest, previous, person, arrived, at)
                values (:round, :unit, :number, :freeze, :manifest, :digest, :previous, :person, :arrived, :at)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("number", submission.number())
                .param("freeze", submission.freeze())
                .param("manifest", submission.manifest())
                .param("digest", submission.digest())
                .param("previous", submission.previous())
                .param("person", submission.person())
                .param("arrived", submission.arrived().atOffset(UTC))
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** The units that have submitted; those of which points were returned and have not come back yet map to true. */
    Map<String, Boolean> submitted(long round) {
        var submitted = new HashMap<String, Boolean>();
        db.sql("""
                select s.unit, exists (select from supplement p
                                        where p.round = s.round and p.unit = s.unit and p.number = s.number) as open
                  from (select round, unit, max(number) as number
                          from submission
                         where round = :round
                         group by round, unit) s
                """).param("round", round).query(row -> {
            submitted.put(row.getString("unit"), row.getBoolean("open"));
        });
        return submitted;
    }

    /** All submissions of a unit, the newest first. */
    List<Standing.Submission> submissions(long round, String unit) {
        return db.sql("""
                select number, frozen as "freeze", manifest, digest, previous, person, arrived
                  from submission
                 where round = :round and unit = :unit
                 order by number desc
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Rows.as(Standing.Submission.class))
                .list();
    }

    void supplement(long round, String unit, Standing.Supplement supplement) {
        db.sql("""
                insert into supplement (round, unit, number, points, reason, due, person, at)
                values (:round, :unit, :number, :points, :reason, :due, :person, :at)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("number", supplement.number())
                .param("points", String.join(" ", supplement.points()))
                .param("reason", supplement.reason())
                .param("due", supplement.due())
                .param("person", supplement.person())
                .param("at", supplement.at().atOffset(UTC))
                .update();
    }

    Optional<Standing.Supplement> supplement(long round, String unit, int number) {
        return db.sql("""
                select number, points, reason, due, person, at
                  from supplement
                 where round = :round and unit = :unit and number = :number
                """)
                .param("round", round)
                .param("unit", unit)
                .param("number", number)
                .query((row, count) -> new Standing.Supplement(
                        row.getInt("number"),
                        List.of(row.getString("points").split(" ")),
                        row.getString("reason"),
                        row.getObject("due", LocalDate.class),
                        row.getString("person"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
