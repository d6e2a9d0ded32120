package pingheng.submission;

import java.sql.SQLException;
import java.time.Instant;
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

    /** The newest sign-off of each point and step; that of the whole is kept without a point. */
    List<SignOff> signOffs(long round, UnitCode unit) {
        return db.sql("""
                select distinct on (s.point, s.step) s.point, s.step, s.digest, s.person, p.title as post, s.at
                  from sign_off s
                  join post p on p.id = s.post
                 where s.round = :round and s.unit = :unit
                 order by s.point, s.step, s.id desc
                """)
                .with("round", round, "unit", unit)
                .list(row -> new SignOff(
                        row.codeOrNull("point", PointCode::new),
                        row.coded("step", SignOff.Step.class),
                        row.text("digest"),
                        row.code("person", Login::new),
                        row.text("post"),
                        row.instant("at")));
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

    /** The newest return of each point. */
    Map<PointCode, OwnPoint.Return> returns(long round, UnitCode unit) {
        return db.sql("""
                select distinct on (point) point, reason, person, at
                  from returned
                 where round = :round and unit = :unit
                 order by point, id desc
                """)
                .with("round", round, "unit", unit)
                .map(row -> row.code("point", PointCode::new), SealStore::returned);
    }

    void freeze(long round, UnitCode unit, SubmissionStatus.Freeze freeze) {
        db.sql("""
                insert into frozen (round, unit, number, manifest, content, digest, person, at)
                values (:round, :unit, :number, :manifest, :content, :digest, :person, :at)
                """)
                .with("round", round, "unit", unit, "number", freeze.number(), "manifest", freeze.manifest())
                .with("content", freeze.content(), "digest", freeze.digest(), "person", freeze.person())
                .with("at", freeze.at())
                .update();
    }

    Optional<SubmissionStatus.Freeze> freeze(long round, UnitCode unit, int number) {
        return db.sql("""
                select id, number, manifest, content, digest, person, at
                  from frozen
                 where round = :round and unit = :unit and number = :number and lifted is null
                """)
                .with("round", round, "unit", unit, "number", number)
                .optional(row -> new SubmissionStatus.Freeze(
                        row.number("id"),
                        row.integer("number"),
                        row.text("manifest"),
                        row.text("content"),
                        row.text("digest"),
                        row.code("person", Login::new),
                        row.instant("at"),
                        scans(row.number("id"))));
    }

    void lift(long freeze, Instant at) {
        db.sql("""
                update frozen
                   set lifted = :at
                 where id = :id and lifted is null
                """).with("id", freeze, "at", at).update();
    }

    void scan(long freeze, SubmissionStatus.Scan scan) {
        db.sql("""
                insert into scan (frozen, kind, sha256, name, type, size, person, at)
                values (:freeze, :kind, :sha256, :name, :type, :size, :person, :at)
                on conflict (frozen, kind) do update
                   set sha256 = excluded.sha256, name = excluded.name, type = excluded.type, size = excluded.size,
                       person = excluded.person, at = excluded.at
                """)
                .with("freeze", freeze, "kind", scan.kind(), "sha256", scan.sha256(), "name", scan.name())
                .with("type", scan.type(), "size", scan.size(), "person", scan.person(), "at", scan.at())
                .update();
    }

    List<SubmissionStatus.Scan> scans(long freeze) {
        return db.sql("""
                select kind, sha256, name, type, size, person, at
                  from scan
                 where frozen = :freeze
                 order by kind
                """).with("freeze", freeze).list(SealStore::scan);
    }

    void submit(long round, UnitCode unit, SubmissionStatus.Submission submission, Instant at) {
        db.sql("""
                insert into submission (round, unit, number, frozen, manifest, digest, previous, person, arrived, at)
                values (:round, :unit, :number, :freeze, :manifest, :digest, :previous, :person, :arrived, :at)
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
                """)
                .with("round", round, "unit", unit, "number", number)
                .optional(row -> new SubmissionStatus.Supplement(
                        row.integer("number"),
                        Stream.of(row.text("points").split(" "))
                                .map(PointCode::new)
                                .toList(),
                        row.text("reason"),
                        row.date("due"),
                        row.code("person", Login::new),
                        row.instant("at")));
    }

    private static OwnPoint.Return returned(Row row) throws SQLException {
        return new OwnPoint.Return(row.text("reason"), row.code("person", Login::new), row.instant("at"));
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
