package pingheng.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.app.App;

/** Every table of versions is one that two writers clash in, and every table of what counts today is kept by its owner from such a one. */
class VersionsTest {
    private static final String VERSIONS = """
            select c.relname || ' ' || coalesce((select string_agg(a.attname, ' ' order by array_position(i.indkey, a.attnum))
                                                   from pg_index i
                                                   join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                                                  where i.indrelid = c.oid and i.indisprimary), '')
              from pg_class c
             where c.relnamespace = 'public'::regnamespace
               and c.relkind = 'r'
               and c.relname like '%\\_version'
            """;

    private static final String KEPT = """
            select c.relname
              from pg_class c
             where c.relnamespace = 'public'::regnamespace
               and c.relkind = 'r'
               and c.relname like '%\\_current'
            """;

    /** Those that a trigger keeps: of the owner, with his rights, on a path that nobody can lay. */
    private static final String KEPT_BY_TRIGGER = """
            select replace(t.tgrelid::regclass::text, '_version', '_current')
              from pg_trigger t
              join pg_proc p on p.oid = t.tgfoid
             where not t.tgisinternal
               and t.tgenabled = 'O'
               and p.prosecdef
               and p.proconfig = array['search_path=public, pg_temp']
               and p.proowner = (select relowner from pg_class where oid = t.tgrelid)
            """;

    private static final String NEWEST = """
            select replace(viewname, '_newest', '_current')
              from pg_views
             where schemaname = 'public'
               and viewname like '%\\_newest'
            """;

    private static List<String> ask(String sql) throws SQLException {
        var database = App.shared().database();
        return Ground.ask(database, database.owner(), sql);
    }

    @Test
    void theKeyOfAVersionEndsWithItsNumber() throws SQLException {
        assertThat(ask(VERSIONS)).hasSizeGreaterThan(2).allMatch(table -> table.endsWith(" version"));
    }

    @Test
    void whatCountsTodayIsKeptFromVersionsAndOnlyReadByTheProgram() throws SQLException {
        var kept = ask(KEPT);

        assertThat(kept).isNotEmpty();
        assertThat(ask(KEPT_BY_TRIGGER)).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(ask(NEWEST)).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(Rights.of(App.shared().database()).tables())
                .filteredOn(table -> kept.contains(table.name()))
                .allSatisfy(table -> assertThat(table.may()).containsExactly("select"));
    }
}
