package pingheng.evidence;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EvidenceStore {
    private static final String DOCUMENTS = """
            select e.id, e.unit, e.sha256, e.size, e.name, e.type, e.kind, e.body, e.person, e.at,
                   coalesce(string_agg(c.point, ' ' order by c.point), '') as points
              from evidence e
              left join citation c on c.evidence = e.id
            """;

    private final JdbcClient db;

    EvidenceStore(JdbcClient db) {
        this.db = db;
    }

    long add(long round, Document document) {
        return db.sql("""
                insert into evidence (round, unit, sha256, size, name, type, kind, body, person, at)
                values (:round, :unit, :sha256, :size, :name, :type, :kind, :body, :person, :at)
                returning id
                """)
                .param("round", round)
                .param("unit", document.unit())
                .param("sha256", document.sha256())
                .param("size", document.size())
                .param("name", document.name().value())
                .param("type", document.type().name())
                .param("kind", document.kind().code())
                .param("body", document.body())
                .param("person", document.person())
                .param("at", document.at().atOffset(UTC))
                .query(Long.class)
                .single();
    }

    void cite(long evidence, String point) {
        db.sql("""
                insert into citation (evidence, point)
                values (:evidence, :point)
                on conflict do nothing
                """).param("evidence", evidence).param("point", point).update();
    }

    void uncite(long evidence, String point) {
        db.sql("""
                delete from citation
                 where evidence = :evidence and point = :point
                """).param("evidence", evidence).param("point", point).update();
    }

    List<Document> of(long round, String unit) {
        return db.sql(DOCUMENTS + """
                 where e.round = :round and e.unit = :unit
                 group by e.id
                 order by e.id
                """)
                .param("round", round)
                .param("unit", unit)
                .query(EvidenceStore::document)
                .list();
    }

    Optional<Document> find(long id) {
        return db.sql(DOCUMENTS + """
                 where e.id = :id
                 group by e.id
                """)
                .param("id", id)
                .query(EvidenceStore::document)
                .optional();
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        var points = row.getString("points");
        return new Document(
                row.getLong("id"),
                row.getString("unit"),
                row.getString("sha256"),
                row.getLong("size"),
                new FileName(row.getString("name")),
                FileType.valueOf(row.getString("type")),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getLong("body"),
                row.getString("person"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                points.isEmpty() ? List.of() : List.of(points.split(" ")));
    }
}
