package pingheng.commands.verify;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import pingheng.check.Check;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.database.Row;
import pingheng.database.Schema;
import pingheng.database.Sql;
import pingheng.value.UnitCode;

/**
 * What counts today against the versions it is kept from, of every table {@code …_current} that there is; and who but the owner may
 * change or remove rows to which is only added.
 */
final class VersionsCheck implements Check {
    /** Tables of what counts today, with the columns they are known by. */
    private static final String KEPT = """
            select replace(c.relname, '_current', '') as name,
                   string_agg(quote_ident(a.attname), ', ' order by array_position(i.indkey, a.attnum)) as key,
                   bool_or(a.attname = 'unit') as of_unit
              from pg_class c
              join pg_index i on i.indrelid = c.oid and i.indisprimary
              join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
             where c.relnamespace = 'public'::regnamespace
               and c.relkind = 'r'
               and c.relname like '%\\_current'
             group by c.oid
             order by c.relname
            """;

    private static final String COMPARED = """
            select KEY_TEXT as key, UNIT as unit, n.row as newest, c.row as current
              from (select KEY, to_jsonb(n)::text as row from NAME_newest n) n
              full join (select KEY, to_jsonb(c)::text as row from NAME_current c) c using (KEY)
             order by KEY
            """;

    /** Rights that somebody other than the owner of a table has: on it, or on a column. */
    private static final String RIGHTS = """
            select c.relname as name, lower(r.privilege_type) as may,
                   case r.grantee when 0 then 'public' else pg_get_userbyid(r.grantee) end as who
              from pg_class c
              join lateral (select grantee, privilege_type from aclexplode(c.relacl)
                             union
                            select x.grantee, x.privilege_type
                              from pg_attribute a, aclexplode(a.attacl) x
                             where a.attrelid = c.oid) r on r.grantee <> c.relowner
             where c.relnamespace = 'public'::regnamespace
               and c.relkind in ('r', 'v')
               and c.relname <> 'flyway_schema_history'
             order by c.relname, r.privilege_type, who
            """;

    private final Sql db;

    VersionsCheck(Sql db) {
        this.db = db;
    }

    private record Kept(String name, String key, boolean ofUnit) {}

    @Override
    public void run(Mismatches mismatches) {
        var all = db.sql(KEPT).list(row -> new Kept(row.text("name"), row.text("key"), row.flag("of_unit")));
        for (var kept : all) db.sql(compared(kept)).each(row -> compare(kept.name(), row, mismatches));
        db.sql(RIGHTS).each(row -> {
            var right = row.text("who") + " " + row.text("may");
            if (row.text("may").matches("update|delete|truncate") && !Schema.MAY_CHANGE.containsKey(row.text("name")))
                mismatches.same(Kind.RIGHTS, null, row.text("name"), Mismatches.NONE, right);
        });
    }

    /** The names are those of the catalogue. */
    private static String compared(Kept kept) {
        return COMPARED.replace("KEY_TEXT", "concat_ws(' ', " + kept.key() + ")")
                .replace("KEY", kept.key())
                .replace("UNIT", kept.ofUnit() ? "unit" : "''")
                .replace("NAME", kept.name());
    }

    private static void compare(String name, Row row, Mismatches mismatches) throws SQLException {
        mismatches.same(
                Kind.CURRENT,
                unit(row.text("unit")),
                name + "_current " + row.text("key"),
                told(row.textOrNull("newest")),
                told(row.textOrNull("current")));
    }

    private static @Nullable UnitCode unit(String code) {
        return code.isEmpty() ? null : new UnitCode(code);
    }

    private static String told(@Nullable String row) {
        return row == null ? Mismatches.NONE : row;
    }
}
