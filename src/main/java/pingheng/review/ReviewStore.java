package pingheng.review;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.framework.Point;
import pingheng.framework.rule.Marks;
import pingheng.people.Visitor;
import pingheng.review.Judgement.Decision;
import pingheng.round.HeldRound;
import pingheng.round.Layer;
import pingheng.value.FigureCode;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

@Repository
class ReviewStore {
    private final Sql db;

    ReviewStore(Sql db) {
        this.db = db;
    }

    /** The opinion that a layer signed last on a unit, and what the unit has submitted last. */
    record Signed(UnitCode unit, Layer layer, String digest, int format, String submission) {
        /** Whether it stands: nothing was decided, confirmed or submitted since. */
        boolean holds(RoundCode round, List<Point> points, List<Kept> decisions, List<KeptFigure> confirmed) {
            var decided = decisions.stream()
                    .filter(one -> one.layer() == layer && one.unit().equals(unit) && one.holds())
                    .collect(Collectors.toMap(one -> one.decided().point(), Kept::decided));
            var inOrder = points.stream()
                    .map(point -> decided.get(point.code()))
                    .filter(Objects::nonNull)
                    .toList();
            var figures = confirmed.stream()
                    .filter(one -> one.layer() == layer && one.unit().equals(unit))
                    .map(KeptFigure::confirmed)
                    .sorted(Comparator.comparing(Confirmed::key))
                    .toList();
            return digest.equals(Review.digest(format, round, unit, layer, submission, inOrder, figures));
        }
    }

    /** A decision, of which layer on which unit, and whether the point is still what it was decided on. */
    record Kept(UnitCode unit, Layer layer, Decided decided, boolean holds) {}

    /** A confirmed figure, and by which layer for which unit. */
    record KeptFigure(UnitCode unit, Layer layer, Confirmed confirmed) {}

    /** The newest decision of each layer on each point of all units, or of one. */
    List<Kept> decisions(HeldRound round, @Nullable UnitCode unit) {
        return db.sql("""
                select distinct on (j.unit, j.layer, j.point) j.unit, j.layer, j.point, j.version, j.decision, j.marks, j.score,
                       j.reason, j.person, p.name, b.name || ' ' || t.title as post, j.at, j.sealed,
                       coalesce(j.sealed = s.digest, false) as holds
                  from judgement j
                  join person p on p.login = j.person
                  join post t on t.id = j.post
                  join body_current b on b.id = t.body
                  left join (select unit, max(number) as number
                               from submission
                              where round = :round
                              group by unit) n on n.unit = j.unit
                  left join sealed_point s on s.round = j.round and s.unit = j.unit and s.number = n.number
                                          and s.point = j.point
                 where j.round = :round and (cast(:unit as text) is null or j.unit = :unit)
                 order by j.unit, j.layer, j.point, j.version desc
                """).with("round", round.id(), "unit", unit).list(ReviewStore::kept);
    }

    /** All decisions of a layer on a point, the newest first. */
    List<Decided> versions(HeldRound round, UnitCode unit, Layer layer, PointCode point) {
        return db.sql("""
                select j.point, j.version, j.decision, j.marks, j.score, j.reason, j.person, p.name,
                       b.name || ' ' || t.title as post, j.at, j.sealed
                  from judgement j
                  join person p on p.login = j.person
                  join post t on t.id = j.post
                  join body_current b on b.id = t.body
                 where j.round = :round and j.unit = :unit and j.layer = :layer and j.point = :point
                 order by j.version desc
                """)
                .with("round", round.id(), "unit", unit, "layer", layer, "point", point)
                .list(ReviewStore::decided);
    }

    /** Names the point as it was submitted last. False when that version has been written already. */
    boolean add(HeldRound round, UnitCode unit, Layer layer, Decided decided, Visitor visitor) {
        return db.sql("""
                insert into judgement
                       (round, unit, layer, point, version, decision, marks, score, reason, person, post, at, sealed)
                values (:round, :unit, :layer, :point, :version, :decision, :marks, :score, :reason, :person, :post, :at,
                        (select digest
                           from sealed_point
                          where round = :round and unit = :unit and point = :point
                          order by number desc
                          limit 1))
                on conflict do nothing
                """)
                .with("round", round.id(), "unit", unit, "layer", layer, "point", decided.point())
                .with("version", decided.version())
                .with("decision", decided.decision())
                .with("marks", decided.marks().text(), "score", decided.score(), "reason", decided.reason())
                .with("person", visitor.login(), "post", visitor.post().id(), "at", decided.at())
                .updated();
    }

    /** The newest confirmation of each figure of all units by each layer, those taken back too. */
    List<KeptFigure> confirmed(HeldRound round) {
        return newestConfirmed(round, null);
    }

    /** The newest confirmation of each figure of a unit by each layer, those taken back too. */
    List<KeptFigure> confirmed(HeldRound round, UnitCode unit) {
        return newestConfirmed(round, unit);
    }

    private List<KeptFigure> newestConfirmed(HeldRound round, @Nullable UnitCode unit) {
        return db.sql("""
                select distinct on (unit, layer, figure, member, period)
                       unit, layer, figure, member, period, version, written, value, reason, person, at
                  from confirmed_figure
                 where round = :round and (cast(:unit as text) is null or unit = :unit)
                 order by unit, layer, figure, member, period, version desc
                """)
                .with("round", round.id(), "unit", unit)
                .list(row -> new KeptFigure(
                        row.code("unit", UnitCode::new), row.coded("layer", Layer.class), confirmed(row)));
    }

    /** False when that version has been written already. */
    boolean confirm(HeldRound round, UnitCode unit, Layer layer, Confirmed confirmed) {
        return db.sql("""
                insert into confirmed_figure
                       (round, unit, layer, figure, member, period, version, written, value, reason, person, at)
                values (:round, :unit, :layer, :figure, :member, :period, :version, :written, :value, :reason, :person, :at)
                on conflict do nothing
                """)
                .with("round", round.id(), "unit", unit, "layer", layer, "figure", confirmed.figure())
                .with("member", confirmed.member(), "period", confirmed.period())
                .with("version", confirmed.version(), "written", confirmed.written())
                .with("value", confirmed.value(), "reason", confirmed.reason(), "person", confirmed.person())
                .with("at", confirmed.at())
                .updated();
    }

    /** The opinion that the layer signed last on each unit that submitted; on one unit alone where it is named. */
    List<Signed> signed(HeldRound round, Layer layer, @Nullable UnitCode unit) {
        return db.sql("""
                select distinct on (o.unit) o.unit, o.digest, o.format, s.digest as submission
                  from opinion o
                  join submission s on s.round = o.round and s.unit = o.unit
                 where o.round = :round and o.layer = :layer and (cast(:unit as text) is null or o.unit = :unit)
                 order by o.unit, o.id desc, s.number desc
                """)
                .with("round", round.id(), "layer", layer, "unit", unit)
                .list(row -> signed(row, layer));
    }

    private static Signed signed(Row row, Layer layer) throws SQLException {
        var unit = row.code("unit", UnitCode::new);
        return new Signed(unit, layer, row.text("digest"), row.integer("format"), row.text("submission"));
    }

    /** The opinion signed last, which may be void by now, and before it the newest draft of each person since. */
    List<Opinion> opinions(HeldRound round, UnitCode unit, Layer layer) {
        return db.sql("""
                with signed as (select o.text, o.digest, o.format, o.person, o.post, o.at
                                  from opinion o
                                 where o.round = :round and o.unit = :unit and o.layer = :layer
                                 order by o.id desc
                                 limit 1),
                     drafts as (select distinct on (d.person) d.text, '' as digest, 2 as format, d.person, d.post, d.at
                                  from opinion_draft d
                                 where d.round = :round and d.unit = :unit and d.layer = :layer
                                   and not exists (select from signed s
                                                    where s.at > d.at or s.person = d.person and s.text = d.text)
                                 order by d.person, d.id desc),
                     texts as (select text, digest, format, person, post, at from drafts
                               union all
                               select text, digest, format, person, post, at from signed)
                select x.text, x.digest, x.format, x.person, p.name, b.name || ' ' || t.title as post, x.at
                  from texts x
                  join person p on p.login = x.person
                  join post t on t.id = x.post
                  join body_current b on b.id = t.body
                 order by x.digest <> '', x.at desc
                """)
                .with("round", round.id(), "unit", unit, "layer", layer)
                .list(ReviewStore::opinion);
    }

    void keep(HeldRound round, UnitCode unit, Layer layer, Opinion draft, Visitor visitor) {
        db.sql("""
                insert into opinion_draft (round, unit, layer, text, person, post, at)
                values (:round, :unit, :layer, :text, :person, :post, :at)
                """)
                .with("round", round.id(), "unit", unit, "layer", layer, "text", draft.text())
                .with("person", visitor.login(), "post", visitor.post().id(), "at", draft.at())
                .update();
    }

    /** The name of a person; the sign-in name of one who is gone. */
    String name(Login login) {
        return db.sql("select name from person where login = :login")
                .with("login", login)
                .optional(Row::onlyText)
                .orElse(login.text());
    }

    void add(HeldRound round, UnitCode unit, Layer layer, Opinion opinion, Visitor visitor) {
        db.sql("""
                insert into opinion (round, unit, layer, text, digest, format, person, post, at)
                values (:round, :unit, :layer, :text, :digest, :format, :person, :post, :at)
                """)
                .with("round", round.id(), "unit", unit, "layer", layer, "text", opinion.text())
                .with("digest", opinion.digest(), "format", opinion.format(), "person", visitor.login())
                .with("post", visitor.post().id())
                .with("at", opinion.at())
                .update();
    }

    /** How many points a layer has decided by unit, so that it holds today. */
    Map<UnitCode, Integer> progress(HeldRound round, Layer layer) {
        return db.sql("""
                select j.unit, count(*) as decided
                  from (select distinct on (unit, point) unit, point, sealed
                          from judgement
                         where round = :round and layer = :layer
                         order by unit, point, version desc) j
                  join (select unit, max(number) as number
                          from submission
                         where round = :round
                         group by unit) n on n.unit = j.unit
                  join sealed_point s on s.round = :round and s.unit = j.unit and s.number = n.number and s.point = j.point
                                     and s.digest = j.sealed
                 group by j.unit
                """)
                .with("round", round.id(), "layer", layer)
                .map(row -> row.code("unit", UnitCode::new), row -> row.integer("decided"));
    }

    private static Kept kept(Row row) throws SQLException {
        return new Kept(
                row.code("unit", UnitCode::new), row.coded("layer", Layer.class), decided(row), row.flag("holds"));
    }

    private static Decided decided(Row row) throws SQLException {
        return new Decided(
                row.code("point", PointCode::new),
                row.version("version"),
                row.coded("decision", Decision.class),
                Marks.kept(row.text("marks")),
                row.scoreOrNull("score"),
                row.text("reason"),
                row.code("person", Login::new),
                row.text("name"),
                row.text("post"),
                row.instantOrNull("at"),
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

    private static Opinion opinion(Row row) throws SQLException {
        return new Opinion(
                row.text("text"),
                row.text("digest"),
                row.integer("format"),
                row.code("person", Login::new),
                row.text("name"),
                row.text("post"),
                row.instant("at"));
    }
}
