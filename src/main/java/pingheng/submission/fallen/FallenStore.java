package pingheng.submission.fallen;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.Login;
import pingheng.value.UnitCode;

@Repository
class FallenStore {
    private final Sql db;

    FallenStore(Sql db) {
        this.db = db;
    }

    /** What these digests were taken over, as far as it was kept. */
    Map<String, String> contents(Collection<String> digests) {
        return db.sql("""
                select digest, content
                  from signed_content
                 where digest = any (:digests)
                """)
                .with("digests", digests.toArray(String[]::new))
                .map(row -> row.text("digest"), row -> row.text("content"));
    }

    /** What a unit has submitted, the newest first. */
    List<String> submitted(long round, UnitCode unit) {
        return db.sql("""
                select f.content
                  from submission s
                  join frozen f on f.id = s.frozen
                 where s.round = :round and s.unit = :unit
                 order by s.number desc
                """).with("round", round, "unit", unit).list(row -> row.text("content"));
    }

    /** Who handed in the table of schools last, and when; nobody is known of the oldest. */
    record Batch(Login person, Instant at) {}

    Optional<Batch> newestBatch(long round, UnitCode unit) {
        return db.sql("""
                select person, at
                  from school_batch
                 where round = :round and unit = :unit and person <> ''
                   and number = (select max(number) from school_batch where round = :round and unit = :unit)
                """).with("round", round, "unit", unit).optional(FallenStore::batch);
    }

    private static Batch batch(Row row) throws SQLException {
        return new Batch(row.code("person", Login::new), row.instant("at"));
    }
}
