package pingheng.submission.fallen;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pingheng.database.Rows;

@Repository
class FallenStore {
    private final JdbcClient db;

    FallenStore(JdbcClient db) {
        this.db = db;
    }

    /** What these digests were taken over, as far as it was kept. */
    Map<String, String> contents(Collection<String> digests) {
        var contents = new HashMap<String, String>();
        db.sql("""
                select digest, content
                  from signed_content
                 where digest = any (:digests)
                """).param("digests", digests.toArray(String[]::new)).query(row -> {
            contents.put(row.getString("digest"), row.getString("content"));
        });
        return contents;
    }

    /** Who handed in the table of schools last, and when. */
    record Batch(String person, Instant at) {}

    Optional<Batch> newestBatch(long round, String unit) {
        return db.sql("""
                select person, at
                  from school_batch
                 where round = :round and unit = :unit
                 order by number desc
                 limit 1
                """)
                .param("round", round)
                .param("unit", unit)
                .query(Rows.as(Batch.class))
                .optional();
    }
}
