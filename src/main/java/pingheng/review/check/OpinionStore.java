package pingheng.review.check;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.framework.rule.Marks;
import pingheng.review.Confirmed;
import pingheng.review.Decided;
import pingheng.review.Judgement.Decision;
import pingheng.round.Layer;
import pingheng.value.FigureCode;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** Reads every opinion that was signed, and what had been decided, confirmed and submitted when it was. */
@Repository
class OpinionStore {
    private final Sql db;

    OpinionStore(Sql db) {
        this.db = db;
    }

    record Signed(long id, long round, UnitCode unit, Layer layer, String digest, int format, Instant at) {}

    /** The newest decision on a point by then, and whether the point was still what it had been decided on. */
    record Then(Decided decided, boolean held) {}

    /** A decision that names a point as it had not been submitted when it was taken. */
    record Astray(UnitCode unit, PointCode point, String row, String submitted, String named) {}

    List<Astray> astray() {
        return db.sql("""
                select r.code as round, j.unit, j.layer, j.point, j.version, coalesce(j.sealed, '') as named, t.digest as submitted
                  from judgement j
                  join round r on r.id = j.round
                  join lateral (select p.digest
                                  from submission s
                                  join sealed_point p on p.round = s.round and p.unit = s.unit and p.number = s.number
                                 where s.round = j.round and s.unit = j.unit and s.at <= j.at and p.point = j.point
                                 order by s.number desc
                                 limit 1) t on true
                 where not exists (select from submission s
                                     join sealed_point p on p.round = s.round and p.unit = s.unit and p.number = s.number
                                    where s.round = j.round and s.unit = j.unit and s.at <= j.at and p.point = j.point
                                      and p.digest = j.sealed)
                 order by j.round, j.unit, j.layer, j.point, j.version
                """)
                .list(row -> new Astray(
                        row.code("unit", UnitCode::new),
                        row.code("point", PointCode::new),
                        "judgement %s %s version %d sealed"
                                .formatted(row.text("round"), row.text("layer"), row.integer("version")),
                        row.text("submitted"),
                        row.text("named")));
    }

    List<Signed> opinions(long round) {
        return db.sql("""
                select id, round, unit, layer, digest, format, at
                  from opinion
                 where round = :round
                 order by id
                """)
                .with("round", round)
                .list(row -> new Signed(
                        row.number("id"),
                        row.number("round"),
                        row.code("unit", UnitCode::new),
                        row.coded("layer", Layer.class),
                        row.text("digest"),
                        row.integer("format"),
                        row.instant("at")));
    }

    /** The newest submission by then. */
    Optional<String> submission(Signed opinion) {
        return with(opinion, db.sql("""
                select digest
                  from submission
                 where round = :round and unit = :unit and at <= :at
                 order by number desc
                 limit 1
                """)).optional(Row::onlyText);
    }

    /** The newest decision on each point by then. */
    List<Then> decisions(Signed opinion) {
        return with(opinion, db.sql("""
                select distinct on (j.point) j.point, j.version, j.decision, j.marks, j.score, j.reason, j.person, j.at, j.sealed,
                       coalesce(j.sealed = s.digest, false) as held
                  from judgement j
                  left join sealed_point s on s.round = j.round and s.unit = j.unit and s.point = j.point
                                          and s.number = (select max(number)
                                                            from submission
                                                           where round = :round and unit = :unit and at <= :at)
                 where j.round = :round and j.unit = :unit and j.layer = :layer and j.at <= :at
                 order by j.point, j.version desc
                """))
                .with("layer", opinion.layer)
                .list(row -> new Then(decided(row), row.flag("held")));
    }

    /** The newest confirmation of each figure by then, those taken back too. */
    List<Confirmed> confirmed(Signed opinion) {
        return with(opinion, db.sql("""
                select distinct on (figure, member, period) figure, member, period, version, written, value, reason, person, at
                  from confirmed_figure
                 where round = :round and unit = :unit and layer = :layer and at <= :at
                 order by figure, member, period, version desc
                """)).with("layer", opinion.layer).list(OpinionStore::confirmed);
    }

    private static Sql.Statement with(Signed opinion, Sql.Statement statement) {
        return statement.with("round", opinion.round, "unit", opinion.unit, "at", opinion.at);
    }

    /** Names of people and posts are no part of what is signed. */
    private static Decided decided(Row row) throws SQLException {
        return new Decided(
                row.code("point", PointCode::new),
                row.version("version"),
                row.coded("decision", Decision.class),
                Marks.kept(row.text("marks")),
                row.scoreOrNull("score"),
                row.text("reason"),
                row.code("person", Login::new),
                "",
                "",
                row.instant("at"),
                row.textOrNull("sealed"));
    }

    private static Confirmed confirmed(Row row) throws SQLException {
        return new Confirmed(
                row.code("figure", FigureCode::new),
                row.text("member"),
                row.text("period"),
                row.version("version"),
                row.text("written"),
                row.decimalOrNull("value"),
                row.text("reason"),
                row.code("person", Login::new),
                row.instant("at"));
    }
}
