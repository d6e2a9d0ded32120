package pingheng.review;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;
import pingheng.people.Visitor;
import pingheng.review.Judgement.Decision;
import pingheng.round.HeldRound;
import pingheng.round.Layer;

@Repository
class ReviewStore {
    private final JdbcClient db;

    ReviewStore(JdbcClient db) {
        this.db = db;
    }

    /** A decision, and of which layer on which unit. */
    record Kept(String unit, Layer layer, Decided decided) {}

    /** A confirmed figure, and by which layer for which unit. */
    record KeptFigure(String unit, Layer layer, Confirmed confirmed) {}

    /** The newest decision of each layer on each point of a unit; of all units for an empty code. */
    List<Kept> decisions(HeldRound round, String unit) {
        return db.sql("""
                select distinct on (j.unit, j.layer, j.point) j.unit, j.layer, j.point, j.version, j.decision, j.marks, j.score,
                       j.reason, j.person, p.name, b.name || ' ' || t.title as post, j.at
                  from judgement j
                  join person p on p.login = j.person
                  join post t on t.id = j.post
                  join body b on b.id = t.body
                 where j.round = :round and (:unit = '' or j.unit = :unit)
                 order by j.unit, j.layer, j.point, j.version desc
                """)
                .param("round", round.id())
                .param("unit", unit)
                .query(ReviewStore::kept)
                .list();
    }

    /** All decisions of a layer on a point, the newest first. */
    List<Decided> versions(HeldRound round, String unit, Layer layer, String point) {
        return db.sql("""
                select j.unit, j.layer, j.point, j.version, j.decision, j.marks, j.score, j.reason, j.person, p.name,
                       b.name || ' ' || t.title as post, j.at
                  from judgement j
                  join person p on p.login = j.person
                  join post t on t.id = j.post
                  join body b on b.id = t.body
                 where j.round = :round and j.unit = :unit and j.layer = :layer and j.point = :point
                 order by j.version desc
                """)
                .param("round", round.id())
                .param("unit", unit)
                .param("layer", layer.code())
                .param("point", point)
                .query((row, number) -> kept(row, number).decided())
                .list();
    }

    /** False when that version has been written already. */
    boolean add(HeldRound round, String unit, Layer layer, Decided decided, Visitor visitor) {
        return db.sql("""
                insert into judgement (round, unit, layer, point, version, decision, marks, score, reason, person, post, at)
                values (:round, :unit, :layer, :point, :version, :decision, :marks, :score, :reason, :person, :post, :at)
                on conflict do nothing
                """)
                        .param("round", round.id())
                        .param("unit", unit)
                        .param("layer", layer.code())
                        .param("point", decided.point())
                        .param("version", decided.version())
                        .param("decision", decided.decision().code())
                        .param("marks", decided.marks())
                        .param("score", decided.score())
                        .param("reason", decided.reason())
                        .param("person", visitor.login())
                        .param("post", visitor.post().id())
                        .param("at", Rows.utc(decided.at()))
                        .update()
                == 1;
    }

    /** The newest confirmation of each figure of a unit by each layer, those taken back too; of all units for an empty code. */
    List<KeptFigure> confirmed(HeldRound round, String unit) {
        return db.sql("""
                select distinct on (unit, layer, figure, member, period)
                       unit, layer, figure, member, period, version, written, value, reason, person, at
                  from confirmed_figure
                 where round = :round and (:unit = '' or unit = :unit)
                 order by unit, layer, figure, member, period, version desc
                """)
                .param("round", round.id())
                .param("unit", unit)
                .query((row, number) -> new KeptFigure(
                        row.getString("unit"),
                        Layer.of(row.getString("layer")).orElseThrow(),
                        Rows.as(Confirmed.class).mapRow(row, number)))
                .list();
    }

    /** False when that version has been written already. */
    boolean confirm(HeldRound round, String unit, Layer layer, Confirmed confirmed) {
        return db.sql("""
                insert into confirmed_figure
                       (round, unit, layer, figure, member, period, version, written, value, reason, person, at)
                values (:round, :unit, :layer, :figure, :member, :period, :version, :written, :value, :reason, :person, :at)
                on conflict do nothing
                """)
                        .param("round", round.id())
                        .param("unit", unit)
                        .param("layer", layer.code())
                        .param("figure", confirmed.figure())
                        .param("member", confirmed.member())
                        .param("period", confirmed.period())
                        .param("version", confirmed.version())
                        .param("written", confirmed.written())
                        .param("value", confirmed.value())
                        .param("reason", confirmed.reason())
                        .param("person", confirmed.person())
                        .param("at", confirmed.at().atOffset(UTC))
                        .update()
                == 1;
    }

    /** The opinion signed last, which may be void by now, and before it the newest draft of each person since. */
    List<Opinion> opinions(HeldRound round, String unit, Layer layer) {
        return db.sql("""
                with signed as (select o.text, o.digest, o.person, o.post, o.at
                                  from opinion o
                                 where o.round = :round and o.unit = :unit and o.layer = :layer
                                 order by o.id desc
                                 limit 1),
                     drafts as (select distinct on (d.person) d.text, '' as digest, d.person, d.post, d.at
                                  from opinion_draft d
                                 where d.round = :round and d.unit = :unit and d.layer = :layer
                                   and not exists (select from signed s
                                                    where s.at > d.at or s.person = d.person and s.text = d.text)
                                 order by d.person, d.id desc),
                     texts as (select text, digest, person, post, at from drafts
                               union all
                               select text, digest, person, post, at from signed)
                select x.text, x.digest, x.person, p.name, b.name || ' ' || t.title as post, x.at
                  from texts x
                  join person p on p.login = x.person
                  join post t on t.id = x.post
                  join body b on b.id = t.body
                 order by x.digest <> '', x.at desc
                """)
                .param("round", round.id())
                .param("unit", unit)
                .param("layer", layer.code())
                .query(Rows.as(Opinion.class))
                .list();
    }

    void keep(HeldRound round, String unit, Layer layer, Opinion draft, Visitor visitor) {
        db.sql("""
                insert into opinion_draft (round, unit, layer, text, person, post, at)
                values (:round, :unit, :layer, :text, :person, :post, :at)
                """)
                .param("round", round.id())
                .param("unit", unit)
                .param("layer", layer.code())
                .param("text", draft.text())
                .param("person", visitor.login())
                .param("post", visitor.post().id())
                .param("at", draft.at().atOffset(UTC))
                .update();
    }

    /** The name of a person; the sign-in name of one who is gone. */
    String name(String login) {
        return db.sql("select name from person where login = :login")
                .param("login", login)
                .query(Rows::text)
                .optional()
                .orElse(login);
    }

    void add(HeldRound round, String unit, Layer layer, Opinion opinion, Visitor visitor) {
        db.sql("""
                insert into opinion (round, unit, layer, text, digest, person, post, at)
                values (:round, :unit, :layer, :text, :digest, :person, :post, :at)
                """)
                .param("round", round.id())
                .param("unit", unit)
                .param("layer", layer.code())
                .param("text", opinion.text())
                .param("digest", opinion.digest())
                .param("person", visitor.login())
                .param("post", visitor.post().id())
                .param("at", opinion.at().atOffset(UTC))
                .update();
    }

    /** How many points a layer has decided, by unit. */
    Map<String, Integer> progress(HeldRound round, Layer layer) {
        var progress = new HashMap<String, Integer>();
        db.sql("""
                select unit, count(distinct point) as decided
                  from judgement
                 where round = :round and layer = :layer
                 group by unit
                """).param("round", round.id()).param("layer", layer.code()).query(row -> {
            progress.put(row.getString("unit"), row.getInt("decided"));
        });
        return progress;
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var decided = new Decided(
                row.getString("point"),
                row.getInt("version"),
                Decision.of(row.getString("decision")).orElseThrow(),
                row.getString("marks"),
                row.getBigDecimal("score"),
                row.getString("reason"),
                row.getString("person"),
                row.getString("name"),
                row.getString("post"),
                Rows.instant(row, "at"));
        return new Kept(row.getString("unit"), Layer.of(row.getString("layer")).orElseThrow(), decided);
    }
}
