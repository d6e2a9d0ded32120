package pingheng.evidence;

import java.sql.SQLException;
import java.time.Instant;
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
              left join lateral (select distinct on (point) point, withdrawn
                                   from citation_version
                                  where evidence = e.id
                                  order by point, version desc) c on not c.withdrawn
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

    /** A version of the citation: cited, or no longer. False when the newest says the same. */
    boolean cite(EvidenceId evidence, PointCode point, boolean cites, Login person, Instant at) {
        return db.sql("""
                insert into citation_version (evidence, point, version, withdrawn, person, at)
                select :evidence, :point, coalesce(n.version, 0) + 1, not :cites, :person, cast(:at as timestamptz)
                  from (values (1)) one
                  left join lateral (select version, withdrawn
                                       from citation_version
                                      where evidence = :evidence and point = :point
                                      order by version desc
                                      limit 1) n on true
                 where coalesce(n.withdrawn, true) = :cites
                on conflict do nothing
                """)
                .with("evidence", evidence, "point", point, "cites", cites, "person", person, "at", at)
                .updated();
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
