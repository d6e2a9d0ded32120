package pingheng.rehearsal.act;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Repository;
import pingheng.database.Sql;
import pingheng.problem.Sentence;
import pingheng.value.RoundCode;

@Repository
class ActStore {
    private final Sql db;

    ActStore(Sql db) {
        this.db = db;
    }

    /** What each act that was played in the round left, by its code. */
    Map<String, Left> played(RoundCode round) {
        return db.sql("""
                select act, times, zh, en
                  from rehearsal_act
                 where round = :round
                """)
                .with("round", round)
                .map(
                        row -> row.text("act"),
                        row -> new Left(row.integer("times"), new Sentence(row.text("zh"), row.text("en"))));
    }

    void add(RoundCode round, String act, Instant at, Left left) {
        db.sql("""
                insert into rehearsal_act (round, act, at, times, zh, en)
                values (:round, :act, :at, :times, :zh, :en)
                on conflict do nothing
                """)
                .with("round", round, "act", act, "at", at, "times", left.times())
                .with("zh", left.first().zh())
                .with("en", left.first().en())
                .update();
    }
}
