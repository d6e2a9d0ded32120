package pingheng.submission;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;

@Repository
class AnswerStore {
    private final JdbcClient db;

    AnswerStore(JdbcClient db) {
        this.db = db;
    }

    /** The newest version of each point. */
    List<Answer> answers(long round, String unit) {
        return db.sql("""
                select distinct on (point) point, version, marks, claim, reason, statement, person, at
                  from answer
                 where round = :round and unit = :unit
                 order by point, version desc
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Rows.as(Answer.class))
                .list();
    }

    /** The newest version of each point of all units, by unit. */
    Map<String, List<Answer>> answers(long round) {
        var answers = new HashMap<String, List<Answer>>();
        var record = Rows.as(Answer.class);
        db.sql("""
                select distinct on (unit, point) unit, point, version, marks, claim, reason, statement, person, at
                  from answer
                 where round = :round
                 order by unit, point, version desc
                """)
                .param("round", round)
                .query((row, number) -> answers.computeIfAbsent(row.getString("unit"), unit -> new ArrayList<>())
                        .add(record.mapRow(row, number)))
                .list();
        return answers;
    }

    /** All versions of a point, the newest first. */
    List<Answer> versions(long round, String unit, String point) {
        return db.sql("""
                select point, version, marks, claim, reason, statement, person, at
                  from answer
                 where round = :round and unit = :unit and point = :point
                 order by version desc
                """)
                .param("round", round)
                .param("unit", unit)
                .param("point", point)
                .query(Rows.as(Answer.class))
                .list();
    }

    /** False when that version has been written already. */
    boolean add(long round, String unit, Answer answer, Instant at) {
        return db.sql("""
                insert into answer (round, unit, point, version, marks, claim, reason, statement, person, at)
                values (:round, :unit, :point, :version, :marks, :claim, :reason, :statement, :person, :at)
                on conflict do nothing
                """)
                        .param("round", round)
                        .param("unit", unit)
                        .param("point", answer.point())
                        .param("version", answer.version())
                        .param("marks", answer.marks())
                        .param("claim", answer.claim())
                        .param("reason", answer.reason())
                        .param("statement", answer.statement())
                        .param("person", answer.person())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    void beside(long round, String unit, Answer answer, Instant at) {
        db.sql("""
                insert into answer_beside (round, unit, point, seen, marks, claim, reason, statement, person, at)
                values (:round, :unit, :point, :seen, :marks, :claim, :reason, :statement, :person, :at)
                """)
                .param("round", round)
                .param("unit", unit)
                .param("point", answer.point())
                .param("seen", answer.version() - 1)
                .param("marks", answer.marks())
                .param("claim", answer.claim())
                .param("reason", answer.reason())
                .param("statement", answer.statement())
                .param("person", answer.person())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** The newest text of each person that waits on each point. */
    List<Answer.Beside> besides(long round, String unit) {
        return db.sql("""
                select distinct on (point, person)
                       id, point, seen as version, marks, claim, reason, statement, person, at
                  from answer_beside
                 where round = :round and unit = :unit and settled is null
                 order by point, person, id desc
                """)
                .param("round", round)
                .param("unit", unit)
                .query((row, number) -> {
                    var answer = Rows.as(Answer.class).mapRow(row, number);
                    if (answer == null) throw new IllegalStateException("no row");
                    return new Answer.Beside(row.getLong("id"), answer);
                })
                .list();
    }

    List<WorkSummary> summaries(long round, String unit) {
        return db.sql("""
                select distinct on (s.body) s.body, b.name as body_name, s.version, s.text, s.person,
                       coalesce(h.name, s.person) as name, s.at
                  from work_summary s
                  join body b on b.id = s.body
                  left join person h on h.login = s.person
                 where s.round = :round and s.unit = :unit
                 order by s.body, s.version desc
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Rows.as(WorkSummary.class))
                .list();
    }

    /** False when the version is not the next one. */
    boolean addSummary(long round, String unit, WorkSummary summary, Instant at) {
        return db.sql("""
                insert into work_summary (round, unit, body, version, text, person, at)
                select :round, :unit, :body, :version, :text, :person, :at
                 where :version = 1 + coalesce((select max(version)
                                                  from work_summary
                                                 where round = :round and unit = :unit and body = :body), 0)
                on conflict do nothing
                """)
                        .param("round", round)
                        .param("unit", unit)
                        .param("body", summary.body())
                        .param("version", summary.version())
                        .param("text", summary.text())
                        .param("person", summary.person())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }
}
