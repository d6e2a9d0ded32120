package pingheng.duty;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.BodyId;
import pingheng.value.Code;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.UrgingId;

@Repository
class DutyStore {
    private final Sql db;

    DutyStore(Sql db) {
        this.db = db;
    }

    List<Duty> duties(long round, UnitCode unit) {
        return owed(round, unit).duties();
    }

    /** Who has which part in what, and what else each body owes; with the names of these bodies. */
    OwedWork owed(long round, UnitCode unit) {
        var owed = new OwedWork(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        db.sql("""
                with owed as (select point, body, part, contact, cast(null as text) as kind
                                from duty
                               where round = :round and unit = :unit
                               union all
                              select '', body, '', null, kind
                                from obligation
                               where round = :round and unit = :unit)
                select o.point, o.body, o.part, o.contact, o.kind, b.name
                  from owed o
                  join body b on b.id = o.body
                 order by o.kind, o.point, o.part desc, o.body
                """).with("round", round, "unit", unit).each(row -> read(row, owed));
        return owed;
    }

    private static void read(Row row, OwedWork owed) throws SQLException {
        var body = row.id("body", BodyId::new);
        owed.names().put(body, row.text("name"));
        if (row.textOrNull("kind") == null) owed.duties().add(duty(row));
        else
            owed.obligations().computeIfAbsent(body, one -> new ArrayList<>()).add(row.coded("kind", Obligation.class));
    }

    void clear(long round, UnitCode unit) {
        db.sql("""
                delete from duty
                 where round = :round and unit = :unit
                """).with("round", round, "unit", unit).update();
    }

    void clear(long round, UnitCode unit, PointCode point) {
        db.sql("""
                delete from duty
                 where round = :round and unit = :unit and point = :point
                """).with("round", round, "unit", unit, "point", point).update();
    }

    void add(long round, UnitCode unit, Duty duty) {
        db.sql("""
                insert into duty (round, unit, point, body, part, contact)
                values (:round, :unit, :point, :body, :part, :contact)
                """)
                .with("round", round, "unit", unit, "point", duty.point(), "body", duty.body())
                .with("part", duty.part(), "contact", duty.contact())
                .update();
    }

    void oblige(long round, UnitCode unit, BodyId body, Obligation obligation) {
        db.sql("""
                insert into obligation (round, unit, body, kind)
                values (:round, :unit, :body, :kind)
                on conflict do nothing
                """)
                .with("round", round, "unit", unit, "body", body, "kind", obligation)
                .update();
    }

    void release(long round, UnitCode unit, BodyId body, Obligation obligation) {
        db.sql("""
                delete from obligation
                 where round = :round and unit = :unit and body = :body and kind = :kind
                """)
                .with("round", round, "unit", unit, "body", body, "kind", obligation)
                .update();
    }

    UrgingId urge(long round, UnitCode unit, Urging urging, Instant at) {
        return db.sql("""
                insert into urging (round, unit, body, point, text, answer_by, by_whom, at)
                values (:round, :unit, :body, :point, :text, :answerBy, :byWhom, :at)
                returning id
                """)
                .with("round", round, "unit", unit, "body", urging.body(), "point", Code.textOf(urging.point()))
                .with("text", urging.text(), "answerBy", urging.answerBy(), "byWhom", urging.byWhom())
                .with("at", at)
                .single(row -> row.id("id", UrgingId::new));
    }

    List<Urging> urgings(long round, UnitCode unit) {
        return db.sql("""
                select id, unit, body, point, text, answer_by, by_whom, at, answer, answered, answerer
                  from urging
                 where round = :round and unit = :unit
                 order by answered is not null, answer_by, id
                """).with("round", round, "unit", unit).list(DutyStore::urging);
    }

    Optional<Urging> urging(UrgingId id) {
        return db.sql("""
                select id, unit, body, point, text, answer_by, by_whom, at, answer, answered, answerer
                  from urging
                 where id = :id
                """).with("id", id).optional(DutyStore::urging);
    }

    /** False when it has been answered already. */
    boolean answer(UrgingId id, String answer, Login answerer, Instant at) {
        return db.sql("""
                update urging
                   set answer = :answer, answerer = :answerer, answered = :at
                 where id = :id and answered is null
                """)
                .with("id", id, "answer", answer, "answerer", answerer, "at", at)
                .updated();
    }

    private static Duty duty(Row row) throws SQLException {
        return new Duty(
                row.code("point", PointCode::new),
                row.id("body", BodyId::new),
                row.coded("part", Duty.Part.class),
                row.idOrNull("contact", PostId::new));
    }

    private static Urging urging(Row row) throws SQLException {
        return new Urging(
                row.id("id", UrgingId::new),
                row.code("unit", UnitCode::new),
                row.id("body", BodyId::new),
                row.codeOrNull("point", PointCode::new),
                row.text("text"),
                row.date("answer_by"),
                row.text("by_whom"),
                row.instant("at"),
                row.textOrNull("answer"),
                row.instantOrNull("answered"),
                row.textOrNull("answerer"));
    }
}
