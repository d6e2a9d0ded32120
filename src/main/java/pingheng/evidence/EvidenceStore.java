package pingheng.evidence;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.BodyId;
import pingheng.value.EvidenceId;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

@Repository
class EvidenceStore {
    private static final String DOCUMENTS = """
            select e.id, e.unit, e.sha256, e.size, e.name, e.type, e.kind, e.body, e.person, e.at,
                   coalesce(string_agg(c.point, ' ' order by c.point), '') as points
              from evidence e
              left join citation c on c.evidence = e.id
            """;

    private final Sql db;

    EvidenceStore(Sql db) {
        this.db = db;
    }

    EvidenceId add(long round, Document document) {
        return db.sql("""
                insert into evidence (round, unit, sha256, size, name, type, kind, body, person, at)
                values (:round, :unit, :sha256, :size, :name, :type, :kind, :body, :person, :at)
                returning id
                """)
                .with("round", round, "unit", document.unit(), "sha256", document.sha256())
                .with("size", document.size(), "name", document.name().value())
                .with("type", document.type(), "kind", document.kind())
                .with("body", document.body(), "person", document.person(), "at", document.at())
                .single(row -> row.id("id", EvidenceId::new));
    }

    /** False when it was cited already. */
    boolean cite(EvidenceId evidence, PointCode point) {
        return db.sql("""
                insert into citation (evidence, point)
                values (:evidence, :point)
                on conflict do nothing
                """).with("evidence", evidence, "point", point).update() > 0;
    }

    /** False when it was not cited. */
    boolean uncite(EvidenceId evidence, PointCode point) {
        return db.sql("""
                delete from citation
                 where evidence = :evidence and point = :point
                """).with("evidence", evidence, "point", point).update() > 0;
    }

    List<Document> of(long round, UnitCode unit) {
        return db.sql(DOCUMENTS + """
                 where e.round = :round and e.unit = :unit
                 group by e.id
                 order by e.id
                """).with("round", round, "unit", unit).list(EvidenceStore::document);
    }

    Optional<Document> find(EvidenceId id) {
        return db.sql(DOCUMENTS + """
                 where e.id = :id
                 group by e.id
                """).with("id", id).optional(EvidenceStore::document);
    }

    /** Of all rounds and units. */
    List<Document> all() {
        return db.sql(DOCUMENTS + """
                 group by e.id
                 order by e.id
                """).list(EvidenceStore::document);
    }

    private static Document document(Row row) throws SQLException {
        var points = row.text("points");
        return new Document(
                row.id("id", EvidenceId::new),
                row.code("unit", UnitCode::new),
                row.text("sha256"),
                row.number("size"),
                new FileName(row.text("name")),
                row.coded("type", FileType.class),
                row.coded("kind", Kind.class),
                row.id("body", BodyId::new),
                row.code("person", Login::new),
                row.instant("at"),
                points.isEmpty()
                        ? List.of()
                        : Stream.of(points.split(" ")).map(PointCode::new).toList());
    }
}
