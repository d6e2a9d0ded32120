package pingheng.people.acts;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.Login;

@Repository
class SpentTokenStore {
    private final Sql db;

    SpentTokenStore(Sql db) {
        this.db = db;
    }

    /** What a token was spent for, when, and what was answered. */
    record Spent(String content, String answer, @Nullable String told, Instant at) {}

    /**
     * Spends a token in the transaction of its act; false when it is spent. Whoever presses twice at once waits here until the first
     * act is done, or undone.
     */
    boolean spend(Login login, String token, String content, Instant now) {
        return db.sql("""
                insert into spent_token (login, token, content, at)
                values (:login, :token, :content, :at)
                on conflict (login, token) do nothing
                """)
                .with("login", login, "token", token, "content", content, "at", now)
                .updated();
    }

    /** Notes what is answered, in the same transaction. */
    void answer(Login login, String token, String answer, @Nullable String told) {
        db.sql("""
                update spent_token
                   set answer = :answer, told = :told
                 where login = :login
                   and token = :token
                """)
                .with("login", login, "token", token, "answer", answer, "told", told)
                .update();
    }

    Optional<Spent> find(Login login, String token) {
        return db.sql("""
                select content, answer, told, at
                  from spent_token
                 where login = :login
                   and token = :token
                """).with("login", login, "token", token).optional(SpentTokenStore::spent);
    }

    void forget(Instant before) {
        db.sql("""
                delete from spent_token
                 where at < :before
                """).with("before", before).update();
    }

    private static Spent spent(Row row) throws SQLException {
        return new Spent(row.text("content"), row.text("answer"), row.textOrNull("told"), row.instant("at"));
    }
}
