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

    record Signed(long id, long round, UnitCode unit, Layer layer, String digest, Instant at) {}

    List<Signed> opinions(long round) {
        return db.sql("""
                select id, round, unit, layer, digest, at
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
    List<Decided> decisions(Signed opinion) {
        return with(opinion, db.sql("""
                select distinct on (point) point, version, decision, marks, score, reason, person, at
                  from judgement
                 where round = :round and unit = :unit and layer = :layer and at <= :at
                 order by point, version desc
                """)).with("layer", opinion.layer).list(OpinionStore::decided);
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
                row.instant("at"));
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
