package pingheng.framework.published;

import java.io.ByteArrayInputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.value.FrameworkId;

@Repository
class FrameworkStore {
    private final Sql db;

    FrameworkStore(Sql db) {
        this.db = db;
    }

    /** One table of a framework, as the file it came in. */
    record Table(String name, ByteArrayInputStream content) {}

    Optional<FrameworkId> find(String digest) {
        return db.sql("""
                select id
                  from framework
                 where digest = :digest
                """).with("digest", digest).optional(FrameworkStore::id);
    }

    /** Under which digest it was published. */
    String digest(FrameworkId id) {
        return db.sql("""
                select digest
                  from framework
                 where id = :id
                """).with("id", id).single(Row::onlyText);
    }

    /** The numbers of all, the newest first. */
    List<FrameworkId> all() {
        return db.sql("""
                select id
                  from framework
                 order by id desc
                """).list(FrameworkStore::id);
    }

    FrameworkId add(String level, String digest, List<Table> tables) {
        var id = db.sql("""
                insert into framework (level, digest)
                values (:level, :digest)
                returning id
                """).with("level", level, "digest", digest).single(FrameworkStore::id);
        for (var table : tables)
            db.sql("""
                    insert into framework_table (framework, name, content)
                    values (:framework, :name, :content)
                    """)
                    .with("framework", id, "name", table.name())
                    .with("content", table.content().readAllBytes())
                    .update();
        return id;
    }

    List<Table> tables(FrameworkId framework) {
        return db.sql("""
                select name, content
                  from framework_table
                 where framework = :framework
                 order by name
                """)
                .with("framework", framework)
                .list(row -> new Table(row.text("name"), new ByteArrayInputStream(row.bytes("content"))));
    }

    private static FrameworkId id(Row row) throws SQLException {
        return row.id("id", FrameworkId::new);
    }
}
