package pingheng.people.setup;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SetupStore {
    private final JdbcClient db;

    SetupStore(JdbcClient db) {
        this.db = db;
    }

    /** No link that was made before is good any more. */
    void close(Instant now) {
        db.sql("""
                update setup_link
                   set used_at = :now
                 where used_at is null
                """).param("now", now.atOffset(UTC)).update();
    }

    void add(String digest, Instant until) {
        db.sql("""
                insert into setup_link (digest, until)
                values (:digest, :until)
                """).param("digest", digest).param("until", until.atOffset(UTC)).update();
    }

    boolean live(String digest, Instant now) {
        return db.sql("""
                select exists (select from setup_link
                                where digest = :digest and used_at is null and until > :now)
                """)
                .param("digest", digest)
                .param("now", now.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** Uses up the link; false when it is not, or no more, good. */
    boolean use(String digest, Instant now) {
        return db.sql("""
                update setup_link
                   set used_at = :now
                 where digest = :digest and used_at is null and until > :now
                """)
                        .param("digest", digest)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }
}
