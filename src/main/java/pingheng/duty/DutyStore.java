package pingheng.duty;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;

@Repository
class DutyStore {
    private final JdbcClient db;

    DutyStore(JdbcClient db) {
        this.db = db;
    }

    List<Duty> duties(long round, String unit) {
        return db.sql("""
                select point, body, part, contact
                  from duty
                 where round = :round and unit = :unit
                 order by point, part desc, body
                """)
                .param("round", round)
                .param("unit", unit)
                .query(DutyStore::duty)
                .list();
    }

    void clear(long round, String unit) {
        db.sql("""
                delete from duty
                 where round = :round and unit = :unit
                """).param("round", round).param("unit", unit).update();
    }

    void clear(long round, String unit, String point) {
        db.sql("""
                delete from duty
                 where round = :round and unit = :unit and point = :point
                """)
                .param("round", round)
                .param("unit", unit)
                .param("point", point)
                .update();
    }

    void add(long round, String unit, Duty duty) {
        db.sql("""
                insert into duty (round, unit, point, body, part, contact)
                values (:round, :unit, :point, :body, :part, :contact)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("point", duty.point())
                .param("body", duty.body())
                .param("part", duty.part().name().toLowerCase(Locale.ROOT))
                .param("contact", duty.contact())
                .update();
    }

    void oblige(long round, String unit, long body, Obligation obligation) {
        db.sql("""
                insert into obligation (round, unit, body, kind)
                values (:round, :unit, :body, :kind)
                on conflict do nothing
                """)
                .param("round", round)
                .param("unit", unit)
                .param("body", body)
                .param("kind", obligation.code())
                .update();
    }

    void release(long round, String unit, long body, Obligation obligation) {
        db.sql("""
                delete from obligation
                 where round = :round and unit = :unit and body = :body and kind = :kind
                """)
                .param("round", round)
                .param("unit", unit)
                .param("body", body)
                .param("kind", obligation.code())
                .update();
    }

    List<Map.Entry<Long, Obligation>> obligations(long round, String unit) {
        return db.sql("""
                select body, kind
                  from obligation
                 where round = :round and unit = :unit
                 order by body, kind
                """)
                .param("round", round)
                .param("unit", unit)
                .query((row, number) -> Map.entry(
                        row.getLong("body"),
                        Obligation.of(row.getString("kind")).orElseThrow()))
                .list();
    }

    long urge(long round, String unit, Urging urging, Instant at) {
        return db.sql("""
                insert into urging (round, unit, body, point, text, answer_by, by_whom, at)
                values (:round, :unit, :body, :point, :text, :answerBy, :byWhom, :at)
                returning id
                """)
                .param("round", round)
                .param("unit", unit)
                .param("body", urging.body())
                .param("point", urging.point())
                .param("text", urging.text())
                .param("answerBy", urging.answerBy())
                .param("byWhom", urging.byWhom())
                .param("at", at.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    List<Urging> urgings(long round, String unit) {
        return db.sql("""
                select id, unit, body, point, text, answer_by, by_whom, at, answer, answered, answerer
                  from urging
                 where round = :round and unit = :unit
                 order by answered is not null, answer_by, id
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Rows.as(Urging.class))
                .list();
    }

    Optional<Urging> urging(long id) {
        return db.sql("""
                select id, unit, body, point, text, answer_by, by_whom, at, answer, answered, answerer
                  from urging
                 where id = :id
                """).param("id", id).query(Rows.as(Urging.class)).optional();
    }

    /** False when it has been answered already. */
    boolean answer(long id, String answer, String answerer, Instant at) {
        return db.sql("""
                update urging
                   set answer = :answer, answerer = :answerer, answered = :at
                 where id = :id and answered is null
                """)
                        .param("id", id)
                        .param("answer", answer)
                        .param("answerer", answerer)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    private static Duty duty(ResultSet row, int number) throws SQLException {
        return new Duty(
                row.getString("point"),
                row.getLong("body"),
                Duty.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
                contact(row));
    }

    private static @Nullable Long contact(ResultSet row) throws SQLException {
        long contact = row.getLong("contact");
        return row.wasNull() ? null : contact;
    }
}
