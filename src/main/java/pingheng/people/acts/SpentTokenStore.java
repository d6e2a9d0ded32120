package pingheng.people.acts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;

@Repository
class SpentTokenStore {
    private final JdbcClient db;

    SpentTokenStore(JdbcClient db) {
        this.db = db;
    }

    /** What a token was spent for, when, and what was answered. */
    record Spent(String content, String answer, @Nullable String told, Instant at) {}

    /**
     * Spends a token in the transaction of its act; false when it is spent. Whoever presses twice at once waits here until the first
     * act is done, or undone.
     */
    boolean spend(String login, String token, String content, Instant now) {
        return db.sql("""
                insert into spent_token (login, token, content, at)
                values (:login, :token, :content, :at)
                on conflict (login, token) do nothing
                """)
                        .param("login", login)
                        .param("token", token)
                        .param("content", content)
                        .param("at", Rows.utc(now))
                        .update()
                == 1;
    }

    /** Notes what is answered, in the same transaction. */
    void answer(String login, String token, String answer, @Nullable String told) {
        db.sql("""
                update spent_token
                   set answer = :answer, told = :told
                 where login = :login
                   and token = :token
                """)
                .param("login", login)
                .param("token", token)
                .param("answer", answer)
                .param("told", told)
                .update();
    }

    Optional<Spent> find(String login, String token) {
        return db.sql("""
                select content, answer, told, at
                  from spent_token
                 where login = :login
                   and token = :token
                """)
                .param("login", login)
                .param("token", token)
                .query(SpentTokenStore::spent)
                .optional();
    }

    void forget(Instant before) {
        db.sql("""
                delete from spent_token
                 where at < :before
                """).param("before", Rows.utc(before)).update();
    }

    private static Spent spent(ResultSet row, int number) throws SQLException {
        return new Spent(
                row.getString("content"), row.getString("answer"), row.getString("told"), Rows.instant(row, "at"));
    }
}
