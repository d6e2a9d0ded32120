package pingheng.submission;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

/** Reads all that a unit has written and signed by one statement: every page that shows a self-evaluation begins with it. */
@Repository
class WrittenStore {
    private static final String ALL = """
            with answered as (select distinct on (a.point) a.point, a.version, a.marks, a.claim, a.reason, a.statement,
                                     a.person, a.at,
                                     (select count(distinct b.person)
                                        from answer_beside b
                                       where b.round = :round and b.unit = :unit and b.point = a.point
                                         and not exists (select from answer_settled x where x.beside = b.id)) as beside
                                from answer a
                               where a.round = :round and a.unit = :unit
                               order by a.point, a.version desc),
                 summed as (select distinct on (s.body) s.body, b.name as body_name, s.version, s.text, s.person,
                                   coalesce(h.name, s.person) as name, s.at
                              from work_summary s
                              join body_current b on b.id = s.body
                              left join person h on h.login = s.person
                             where s.round = :round and s.unit = :unit
                             order by s.body, s.version desc),
                 signed as (select distinct on (s.point, s.step) s.point, s.step, s.digest, s.person, p.title, s.at
                              from sign_off s
                              join post p on p.id = s.post
                             where s.round = :round and s.unit = :unit
                             order by s.point, s.step, s.id desc),
                 sent as (select distinct on (r.point) r.point, r.reason, r.person, r.at
                            from returned r
                           where r.round = :round and r.unit = :unit
                           order by r.point, r.id desc)
            select 'answer' as what, point, cast(null as text) as step, cast(null as bigint) as body, '' as body_name, version,
                   marks, claim, reason, statement, '' as text, person, '' as name, at, beside
              from answered
             union all
            select 'summary', '', null, body, body_name, version, '', null, '', '', text, person, name, at, 0
              from summed
             union all
            select 'signed', point, step, null, '', 0, '', null, '', '', digest, person, title, at, 0
              from signed
             union all
            select 'returned', point, null, null, '', 0, '', null, reason, '', '', person, '', at, 0
              from sent
             order by what, point, body, step
            """;

    private final Sql db;

    WrittenStore(Sql db) {
        this.db = db;
    }

    /**
     * What a unit has written and signed: the newest answer to each point and how many texts wait beside it, the newest summary of each
     * body, the newest sign-off of each step, and the newest return of each point.
     */
    record Written(
            Map<PointCode, Answer> answers,
            Map<PointCode, Integer> beside,
            List<WorkSummary> summaries,
            List<SignOff> signOffs,
            Map<PointCode, OwnPoint.Return> returns) {
        static Written nothing() {
            return new Written(new HashMap<>(), new HashMap<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        }
    }

    /** The sign-off of the whole is kept without a point. */
    Written of(long round, UnitCode unit) {
        var written = Written.nothing();
        db.sql(ALL).with("round", round, "unit", unit).each(row -> read(row, written));
        return written;
    }

    private static void read(Row row, Written written) throws SQLException {
        switch (row.text("what")) {
            case "answer" -> {
                var answer = AnswerStore.answer(row);
                written.answers().put(answer.point(), answer);
                written.beside().put(answer.point(), row.integer("beside"));
            }
            case "summary" -> written.summaries().add(AnswerStore.workSummary(row));
            case "signed" -> written.signOffs().add(signOff(row));
            default -> written.returns().put(row.code("point", PointCode::new), returned(row));
        }
    }

    private static SignOff signOff(Row row) throws SQLException {
        return new SignOff(
                row.codeOrNull("point", PointCode::new),
                row.coded("step", SignOff.Step.class),
                row.text("text"),
                row.code("person", Login::new),
                row.text("name"),
                row.instant("at"));
    }

    private static OwnPoint.Return returned(Row row) throws SQLException {
        return new OwnPoint.Return(row.text("reason"), row.code("person", Login::new), row.instant("at"));
    }
}
