package pingheng.submission.texts;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.framework.rule.Marks;
import pingheng.submission.Answer;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

@Repository
class TextStore {
    private final Sql db;

    TextStore(Sql db) {
        this.db = db;
    }

    /**
     * A row and what it is: {@code standing}, {@code beside}, {@code writing}, which comes without its text, {@code stood} or {@code settled};
     * or, without a text, by whom and when it was signed, by the code of the step, or {@code ended} otherwise.
     */
    record Kept(String kind, AnswerText text) {
        private static final Set<String> TEXTS = Set.of("stood", "beside", "settled");

        boolean isText() {
            return TEXTS.contains(kind);
        }
    }

    /** What stands, the newest text of each who waits beside it, and who saved since a moment: one statement. */
    List<Kept> now(RoundCode round, UnitCode unit, PointCode point, Instant since) {
        return db.sql("""
                with held as (select id from round where code = :round),
                     kept as (select a.*, a.version = max(a.version) over () as newest
                                from answer a
                               where a.round = (select id from held) and a.unit = :unit and a.point = :point)
                select 'standing' as kind, 0 as beside, k.version, k.marks, k.claim, k.reason, k.statement, k.person,
                       coalesce(p.name, k.person) as name, k.at
                  from kept k
                  left join person p on p.login = k.person
                 where k.newest
                 union all
                select 'beside', b.id, b.seen, b.marks, b.claim, b.reason, b.statement, b.person,
                       coalesce(p.name, b.person), b.at
                  from answer_beside b
                  left join person p on p.login = b.person
                 where b.round = (select id from held) and b.unit = :unit and b.point = :point
                   and not exists (select from answer_settled x where x.beside = b.id)
                   and not exists (select from answer_beside l
                                    where l.round = b.round and l.unit = b.unit and l.point = b.point
                                      and l.person = b.person and l.id > b.id
                                      and not exists (select from answer_settled x where x.beside = l.id))
                 union all
                select 'writing', 0, max(k.version), '', null, '', '', k.person, coalesce(p.name, k.person), max(k.at)
                  from kept k
                  left join person p on p.login = k.person
                 where k.at > :since
                 group by k.person, p.name
                 order by kind, beside
                """)
                .with("round", round, "unit", unit, "point", point, "since", since)
                .list(row -> new Kept(row.text("kind"), written(row)));
    }

    /**
     * Everything ever written on the point, in the order of time; what was beside, and whether it is set aside. Between them stand the
     * signatures and what else closes a text: returns, freezes, the lifting of one.
     */
    List<Kept> all(long round, UnitCode unit, PointCode point) {
        return db.sql("""
                select 'stood' as kind, 0 as beside, a.version, a.marks, a.claim, a.reason, a.statement, a.person,
                       coalesce(p.name, a.person) as name, a.at
                  from answer a
                  left join person p on p.login = a.person
                 where a.round = :round and a.unit = :unit and a.point = :point
                 union all
                select case when x.beside is null then 'beside' else 'settled' end, b.id, b.seen, b.marks, b.claim, b.reason,
                       b.statement, b.person, coalesce(p.name, b.person), b.at
                  from answer_beside b
                  left join answer_settled x on x.beside = b.id
                  left join person p on p.login = b.person
                 where b.round = :round and b.unit = :unit and b.point = :point
                 union all
                select s.step, 0, 0, '', null, '', '', s.person, coalesce(p.name, s.person), s.at
                  from sign_off s
                  left join person p on p.login = s.person
                 where s.round = :round and s.unit = :unit and s.point in ('', :point)
                 union all
                select 'ended', 0, 0, '', null, '', '', '', '', e.at
                  from (select at from returned where round = :round and unit = :unit and point = :point
                         union all
                        select at from frozen where round = :round and unit = :unit) e
                 order by at, version desc, beside
                """)
                .with("round", round, "unit", unit, "point", point)
                .list(row -> new Kept(row.text("kind"), written(row)));
    }

    /** Sets a text aside, and what the same person wrote beside before it. */
    void settle(long round, UnitCode unit, Answer.Beside text, Login settler, Instant at) {
        db.sql("""
                insert into answer_settled (beside, person, at)
                select id, :settler, cast(:at as timestamptz)
                  from answer_beside
                 where round = :round and unit = :unit and point = :point and person = :person and id <= :id
                on conflict do nothing
                """)
                .with("round", round, "unit", unit, "point", text.answer().point())
                .with("person", text.answer().person(), "id", text.id(), "settler", settler, "at", at)
                .update();
    }

    private static AnswerText written(Row row) throws SQLException {
        return new AnswerText(
                row.number("beside"),
                row.version("version"),
                row.codeOrNull("person", Login::new),
                row.text("name"),
                row.instant("at"),
                Marks.kept(row.text("marks")),
                row.scoreOrNull("claim"),
                row.text("reason"),
                row.text("statement"));
    }
}
