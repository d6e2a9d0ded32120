package pingheng.submission;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.framework.rule.Marks;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

@Repository
class AnswerStore {
    private final Sql db;

    AnswerStore(Sql db) {
        this.db = db;
    }

    /** The newest version of each point of all units, by unit. */
    Map<UnitCode, List<Answer>> answers(long round) {
        return db.sql("""
                select distinct on (unit, point) unit, point, version, marks, claim, reason, statement, person, at
                  from answer
                 where round = :round
                 order by unit, point, version desc
                """).with("round", round).grouped(row -> row.code("unit", UnitCode::new), AnswerStore::answer);
    }

    /** All versions of a point, the newest first. */
    List<Answer> versions(long round, UnitCode unit, PointCode point) {
        return db.sql("""
                select point, version, marks, claim, reason, statement, person, at
                  from answer
                 where round = :round and unit = :unit and point = :point
                 order by version desc
                """).with("round", round, "unit", unit, "point", point).list(AnswerStore::answer);
    }

    /** False when that version has been written already. */
    boolean add(long round, UnitCode unit, Answer answer, Instant at) {
        return db.sql("""
                insert into answer (round, unit, point, version, marks, claim, reason, statement, person, at)
                values (:round, :unit, :point, :version, :marks, :claim, :reason, :statement, :person, :at)
                on conflict do nothing
                """)
                .with("round", round, "unit", unit, "point", answer.point(), "version", answer.version())
                .with("marks", answer.marks().text(), "claim", answer.claim(), "reason", answer.reason())
                .with("statement", answer.statement(), "person", answer.person(), "at", at)
                .updated();
    }

    void beside(long round, UnitCode unit, Answer answer, Instant at) {
        db.sql("""
                insert into answer_beside (round, unit, point, seen, marks, claim, reason, statement, person, at)
                values (:round, :unit, :point, :seen, :marks, :claim, :reason, :statement, :person, :at)
                """)
                .with(
                        "round",
                        round,
                        "unit",
                        unit,
                        "point",
                        answer.point(),
                        "seen",
                        answer.version().before())
                .with("marks", answer.marks().text(), "claim", answer.claim(), "reason", answer.reason())
                .with("statement", answer.statement(), "person", answer.person(), "at", at)
                .update();
    }

    /** The newest text of each person that waits on each point. */
    List<Answer.Beside> besides(long round, UnitCode unit) {
        return db.sql("""
                select distinct on (point, person)
                       id, point, seen as version, marks, claim, reason, statement, person, at
                  from answer_beside b
                 where round = :round and unit = :unit
                   and not exists (select from answer_settled x where x.beside = b.id)
                 order by point, person, id desc
                """)
                .with("round", round, "unit", unit)
                .list(row -> new Answer.Beside(row.number("id"), answer(row)));
    }

    List<WorkSummary> summaries(long round, UnitCode unit) {
        return db.sql("""
                select distinct on (s.body) s.body, b.name as body_name, s.version, s.text, s.person,
                       coalesce(h.name, s.person) as name, s.at
                  from work_summary s
                  join body_current b on b.id = s.body
                  left join person h on h.login = s.person
                 where s.round = :round and s.unit = :unit
                 order by s.body, s.version desc
                """).with("round", round, "unit", unit).list(AnswerStore::workSummary);
    }

    /** False when the version is not the next one. */
    boolean addSummary(long round, UnitCode unit, WorkSummary summary, Instant at) {
        return db.sql("""
                insert into work_summary (round, unit, body, version, text, person, at)
                select :round, :unit, :body, :version, :text, :person, :at
                 where :version = 1 + coalesce((select max(version)
                                                  from work_summary
                                                 where round = :round and unit = :unit and body = :body), 0)
                on conflict do nothing
                """)
                .with("round", round, "unit", unit, "body", summary.body(), "version", summary.version())
                .with("text", summary.text(), "person", summary.person(), "at", at)
                .updated();
    }

    static Answer answer(Row row) throws SQLException {
        return new Answer(
                row.code("point", PointCode::new),
                row.version("version"),
                Marks.kept(row.text("marks")),
                row.scoreOrNull("claim"),
                row.text("reason"),
                row.text("statement"),
                row.code("person", Login::new),
                row.instantOrNull("at"));
    }

    static WorkSummary workSummary(Row row) throws SQLException {
        return new WorkSummary(
                row.id("body", BodyId::new),
                row.text("body_name"),
                row.version("version"),
                row.text("text"),
                row.code("person", Login::new),
                row.text("name"),
                row.instant("at"));
    }
}
