package pingheng.people;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.problem.Sentence;

@Repository
class AccountStore {
    private final JdbcClient db;

    AccountStore(JdbcClient db) {
        this.db = db;
    }

    record Account(
            String login,
            String name,
            @Nullable String secret,
            @Nullable String slip,
            @Nullable Instant slipUntil,
            int failures,
            @Nullable Instant barredTill) {}

    Optional<Account> find(String login) {
        return db.sql("""
                select login, name, secret, slip, slip_until, failures, barred_till
                  from person
                 where login = :login
                """).param("login", login).query(AccountStore::account).optional();
    }

    /** False when the sign-in name is taken. */
    boolean add(String login, String name) {
        return db.sql("""
                insert into person (login, name)
                values (:login, :name)
                on conflict (login) do nothing
                """).param("login", login).param("name", name).update() == 1;
    }

    void slip(String login, String digest, Instant until) {
        db.sql("""
                update person
                   set slip = :digest, slip_until = :until, secret = null, failures = 0, barred_till = null
                 where login = :login
                """)
                .param("login", login)
                .param("digest", digest)
                .param("until", until.atOffset(UTC))
                .update();
    }

    /** Uses the slip up; false when it is not, or no more, the one of the account. */
    boolean secret(String login, String slip, String secret) {
        return db.sql("""
                update person
                   set secret = :secret, slip = null, slip_until = null, failures = 0, barred_till = null
                 where login = :login and slip = :slip
                """)
                        .param("login", login)
                        .param("slip", slip)
                        .param("secret", secret)
                        .update()
                == 1;
    }

    void failed(String login, @Nullable Instant barredTill) {
        db.sql("""
                update person
                   set failures = case when :barred::timestamptz is null then failures + 1 else 0 end,
                       barred_till = coalesce(:barred, barred_till)
                 where login = :login
                """)
                .param("login", login)
                .param("barred", barredTill == null ? null : barredTill.atOffset(UTC))
                .update();
    }

    void succeeded(String login) {
        db.sql("""
                update person
                   set failures = 0, barred_till = null
                 where login = :login and (failures > 0 or barred_till is not null)
                """).param("login", login).update();
    }

    void cast(String login, Sentence hint) {
        db.sql("""
                update person
                   set hint_zh = :zh, hint_en = :en
                 where login = :login
                """)
                .param("login", login)
                .param("zh", hint.zh())
                .param("en", hint.en())
                .update();
    }

    List<Cast> cast() {
        return db.sql("""
                select h.login, h.name, b.name || ' ' || p.title as post, d.name as unit, h.hint_zh, h.hint_en
                  from person h
                  join lateral (select post from appointment where person = h.id order by id limit 1) a on true
                  join post p on p.id = a.post
                  join body b on b.id = p.body
                  join division d on d.code = b.division
                 where h.hint_zh is not null
                 order by h.id
                """)
                .query((row, number) -> new Cast(
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("post"),
                        row.getString("unit"),
                        new Sentence(row.getString("hint_zh"), row.getString("hint_en"))))
                .list();
    }

    boolean nobody() {
        return db.sql("select not exists (select from person)")
                .query(Boolean.class)
                .single();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("login"),
                row.getString("name"),
                row.getString("secret"),
                row.getString("slip"),
                instant(row, "slip_until"),
                row.getInt("failures"),
                instant(row, "barred_till"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
