package pingheng.framework.published;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FrameworkStore {
    private final JdbcClient db;

    FrameworkStore(JdbcClient db) {
        this.db = db;
    }

    /** One table of a framework, as the file it came in. */
    record Table(String name, ByteArrayInputStream content) {}

    Optional<Long> find(String digest) {
        return db.sql("""
                select id
                  from framework
                 where digest = :digest
                """).param("digest", digest).query(Long.class).optional();
    }

    /** The numbers of all, the newest first. */
    List<Long> all() {
        return db.sql("""
                select id
                  from framework
                 order by id desc
                """).query((row, number) -> row.getLong("id")).list();
    }

    long add(String level, String digest, List<Table> tables) {
        long id = db.sql("""
                insert into framework (level, digest)
                values (:level, :digest)
                returning id
                """)
                .param("level", level)
                .param("digest", digest)
                .query(Long.class)
                .single();
        for (var table : tables)
            db.sql("""
                    insert into framework_table (framework, name, content)
                    values (:framework, :name, :content)
                    """)
                    .param("framework", id)
                    .param("name", table.name())
                    .param("content", table.content().readAllBytes())
                    .update();
        return id;
    }

    List<Table> tables(long framework) {
        return db.sql("""
                select name, content
                  from framework_table
                 where framework = :framework
                 order by name
                """)
                .param("framework", framework)
                .query((row, number) ->
                        new Table(row.getString("name"), new ByteArrayInputStream(row.getBytes("content"))))
                .list();
    }
}
