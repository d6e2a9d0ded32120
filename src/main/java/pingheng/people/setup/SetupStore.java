package pingheng.people.setup;

import java.time.Instant;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;

@Repository
class SetupStore {
    private final Sql db;

    SetupStore(Sql db) {
        this.db = db;
    }

    /** No link that was made before is good any more. */
    void close(Instant now) {
        db.sql("""
                update setup_link
                   set used_at = :now
                 where used_at is null
                """).with("now", now).update();
    }

    void add(String digest, Instant until) {
        db.sql("""
                insert into setup_link (digest, until)
                values (:digest, :until)
                """).with("digest", digest, "until", until).update();
    }

    boolean live(String digest, Instant now) {
        return db.sql("""
                select exists (select from setup_link
                                where digest = :digest and used_at is null and until > :now)
                """).with("digest", digest, "now", now).single(Row::onlyFlag);
    }

    /** Uses up the link; false when it is not, or no more, good. */
    boolean use(String digest, Instant now) {
        return db.sql("""
                update setup_link
                   set used_at = :now
                 where digest = :digest and used_at is null and until > :now
                """).with("digest", digest, "now", now).updated();
    }
}
