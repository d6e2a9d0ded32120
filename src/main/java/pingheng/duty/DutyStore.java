package pingheng.duty;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.Code;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.UrgingId;

@Repository
class DutyStore {
    private static final String URGINGS = """
            select u.id, u.unit, u.body, u.point, u.text, u.answer_by, u.by_whom, u.at,
                   a.text as answer, a.at as answered, a.person as answerer
              from urging u
              left join urging_answer a on a.urging = u.id
            """;

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
                                from duty_current
                               where round = :round and unit = :unit
                               union all
                              select '', body, '', null, kind
                                from obligation_current
                               where round = :round and unit = :unit)
                select o.point, o.body, o.part, o.contact, o.kind, b.name
                  from owed o
                  join body_current b on b.id = o.body
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

    /** The next version of the allotment of a point: all who have a part in it; with nobody it is withdrawn. */
    void allot(RequestContext context, PointCode point, List<Duty> duties) {
        db.sql("""
                insert into duty_version (round, unit, point, version, bodies, parts, contacts, person, at)
                select :round, :unit, :point, coalesce(max(version), 0) + 1,
                       cast(:bodies as bigint[]), cast(:parts as text[]), cast(:contacts as bigint[]), :person, :at
                  from duty_version
                 where round = :round and unit = :unit and point = :point
                """)
                .with("round", context.round().id(), "unit", context.unit().code(), "point", point)
                .with(
                        "bodies",
                        duties.stream().map(duty -> duty.body().number()).toArray(Long[]::new))
                .with("parts", duties.stream().map(duty -> duty.part().code()).toArray(String[]::new))
                .with("contacts", duties.stream().map(DutyStore::contact).toArray(Long[]::new))
                .with("person", context.user().login(), "at", context.arrived())
                .update();
    }

    private static @Nullable Long contact(Duty duty) {
        return duty.contact() == null ? null : duty.contact().number();
    }

    /** Says whether a body owes this, too. */
    void oblige(RequestContext context, BodyId body, Obligation obligation, boolean owes) {
        db.sql("""
                insert into obligation_version (round, unit, body, kind, version, owes, person, at)
                select :round, :unit, :body, :kind, coalesce(max(version), 0) + 1, :owes, :person, :at
                  from obligation_version
                 where round = :round and unit = :unit and body = :body and kind = :kind
                """)
                .with("round", context.round().id(), "unit", context.unit().code(), "body", body)
                .with("kind", obligation, "owes", owes)
                .with("person", context.user().login(), "at", context.arrived())
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
        return db.sql(URGINGS + """
                 where u.round = :round and u.unit = :unit
                 order by a.urging is not null, u.answer_by, u.id
                """).with("round", round, "unit", unit).list(DutyStore::urging);
    }

    Optional<Urging> urging(UrgingId id) {
        return db.sql(URGINGS + """
                 where u.id = :id
                """).with("id", id).optional(DutyStore::urging);
    }

    /** False when it has been answered already. */
    boolean answer(UrgingId id, String answer, Login answerer, Instant at) {
        return db.sql("""
                insert into urging_answer (urging, text, person, at)
                values (:id, :answer, :answerer, :at)
                on conflict do nothing
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
