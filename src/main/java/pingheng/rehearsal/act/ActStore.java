package pingheng.rehearsal.act;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.problem.Sentence;

@Repository
class ActStore {
    private final JdbcClient db;

    ActStore(JdbcClient db) {
        this.db = db;
    }

    /** What each act that was played in the round left, by its code. */
    Map<String, Left> played(String round) {
        var played = new HashMap<String, Left>();
        db.sql("""
                select act, times, zh, en
                  from rehearsal_act
                 where round = :round
                """).param("round", round).query(row -> {
            played.put(
                    row.getString("act"),
                    new Left(row.getInt("times"), new Sentence(row.getString("zh"), row.getString("en"))));
        });
        return played;
    }

    void add(String round, String act, Instant at, Left left) {
        db.sql("""
                insert into rehearsal_act (round, act, at, times, zh, en)
                values (:round, :act, :at, :times, :zh, :en)
                on conflict do nothing
                """)
                .param("round", round)
                .param("act", act)
                .param("at", at.atOffset(UTC))
                .param("times", left.times())
                .param("zh", left.first().zh())
                .param("en", left.first().en())
                .update();
    }
}
