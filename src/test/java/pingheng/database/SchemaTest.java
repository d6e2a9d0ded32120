package pingheng.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.app.App;

/**
 * What the migrations come to, in a golden file: tables with their columns, what is checked, what is unique, what refers to what, and
 * what fires; who may do what, {@link GrantsTest} holds. With {@code -Dgolden=write} it is written anew, to be read as a difference.
 */
class SchemaTest {
    private static final Path GOLDEN = Path.of("src/test/resources/pingheng/schema.golden.txt");

    private static final String HEAD = """
            数据库的结构。 The schema of the database, as all migrations leave it.
            重写 To write it anew: ./mvnw test -Dtest=SchemaTest -Dgolden=write

            """;

    private static final String COLUMNS = """
            select c.relname || '.' || a.attname || '  ' || format_type(a.atttypid, a.atttypmod)
                   || case when a.attnotnull then '' else '  may be empty' end
                   || case when a.attidentity <> '' then '  counted'
                           when d.adbin is null then '' else '  default ' || pg_get_expr(d.adbin, d.adrelid) end
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
             order by c.relname collate "C", a.attnum
            """;

    private static final String CONSTRAINTS = """
            select c.conrelid::regclass || '  ' || c.conname || '  ' || pg_get_constraintdef(c.oid)
              from pg_constraint c
             where c.connamespace = 'public'::regnamespace and c.contype <> 'n'
            """;

    private static final String INDEXES = """
            select indexdef
              from pg_indexes
             where schemaname = 'public'
               and indexname not in (select conname from pg_constraint)
            """;

    private static final String TRIGGERS = """
            select pg_get_triggerdef(t.oid)
              from pg_trigger t
             where not t.tgisinternal
            """;

    private static final String VIEWS = """
            select viewname || '  ' || definition
              from pg_views
             where schemaname = 'public'
            """;

    private static final String FUNCTIONS = """
            select pg_get_functiondef(oid)
              from pg_proc
             where pronamespace = 'public'::regnamespace
            """;

    private static List<String> ask(String sql) throws SQLException {
        var database = App.shared().database();
        return Ground.ask(database, database.owner(), sql).stream()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .filter(line -> !line.contains("flyway_schema_history"))
                .toList();
    }

    private static List<String> sorted(String sql) throws SQLException {
        return ask(sql).stream().sorted().toList();
    }

    private static String told(String title, List<String> lines) {
        return title + "\n  " + String.join("\n  ", lines) + "\n\n";
    }

    @Test
    void theSchemaIsAsItsGoldenFileSays() throws IOException, SQLException {
        var told = HEAD
                + told("列 columns", ask(COLUMNS))
                + told("约束 constraints", sorted(CONSTRAINTS))
                + told("索引 indexes", sorted(INDEXES))
                + told("触发器 triggers", sorted(TRIGGERS))
                + told("视图 views", sorted(VIEWS))
                + told("函数 functions", sorted(FUNCTIONS));
        if ("write".equals(System.getProperty("golden"))) Files.writeString(GOLDEN, told);

        assertThat(told).isEqualTo(Files.readString(GOLDEN));
    }
}
