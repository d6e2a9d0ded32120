package pingheng.people.account;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.problem.Sentence;
import pingheng.value.Login;
import pingheng.value.UnitCode;

@Repository
class AccountStore {
    private final Sql db;

    AccountStore(Sql db) {
        this.db = db;
    }

    record Account(
            Login login,
            String name,
            @Nullable String secret,
            @Nullable String slip,
            @Nullable Instant slipUntil) {}

    Optional<Account> find(Login login) {
        return db.sql("""
                select login, name, secret, slip, slip_until
                  from person
                 where login = :login
                """).with("login", login).optional(AccountStore::account);
    }

    /** False when the sign-in name is taken. */
    boolean add(Login login, String name) {
        return db.sql("""
                insert into person (login, name)
                values (:login, :name)
                on conflict (login) do nothing
                """).with("login", login, "name", name).updated();
    }

    void slip(Login login, String digest, Instant until) {
        db.sql("""
                update person
                   set slip = :digest, slip_until = :until, secret = null, failures = 0, barred_till = null
                 where login = :login
                """).with("login", login, "digest", digest, "until", until).update();
    }

    /** Uses the slip up; false when it is not, or no more, the one of the account. */
    boolean secret(Login login, String slip, String secret) {
        return db.sql("""
                update person
                   set secret = :secret, slip = null, slip_until = null, failures = 0, barred_till = null
                 where login = :login and slip = :slip
                """).with("login", login, "slip", slip, "secret", secret).updated();
    }

    /** Only for a person who has neither password nor slip. */
    void first(Login login, String secret) {
        db.sql("""
                update person
                   set secret = :secret
                 where login = :login and secret is null and slip is null
                """).with("login", login, "secret", secret).update();
    }

    /** Counts an attempt to sign in, the last of them bars the account; false when it is barred, or not there. */
    boolean attempt(Login login, int most, Instant now, Instant barred) {
        return db.sql("""
                update person
                   set failures = case when failures + 1 >= :most then 0 else failures + 1 end,
                       barred_till = case when failures + 1 >= :most then :barred else barred_till end
                 where login = :login
                   and (barred_till is null or barred_till <= :now)
                """)
                .with("login", login, "most", most, "now", now, "barred", barred)
                .updated();
    }

    void succeeded(Login login) {
        db.sql("""
                update person
                   set failures = 0, barred_till = null
                 where login = :login and (failures > 0 or barred_till is not null)
                """).with("login", login).update();
    }

    void cast(Login login, Sentence hint) {
        db.sql("""
                update person
                   set hint_zh = :zh, hint_en = :en
                 where login = :login
                """).with("login", login, "zh", hint.zh(), "en", hint.en()).update();
    }

    List<Cast> cast() {
        return db.sql("""
                select h.login, h.name, b.name || ' ' || p.title as post, d.name as unit, h.hint_zh, h.hint_en
                  from person h
                  join lateral (select post from appointment_current where person = h.id order by id limit 1) a on true
                  join post p on p.id = a.post
                  join body_current b on b.id = p.body
                  join division d on d.code = b.division
                 where h.hint_zh is not null
                 order by h.id
                """)
                .list(row -> new Cast(
                        row.code("login", Login::new),
                        row.text("name"),
                        row.text("post"),
                        row.code("unit", UnitCode::new),
                        new Sentence(row.text("hint_zh"), row.text("hint_en"))));
    }

    boolean nobody() {
        return db.sql("select not exists (select from person)").single(Row::onlyFlag);
    }

    private static Account account(Row row) throws SQLException {
        return new Account(
                row.code("login", Login::new),
                row.text("name"),
                row.textOrNull("secret"),
                row.textOrNull("slip"),
                row.instantOrNull("slip_until"));
    }
}
