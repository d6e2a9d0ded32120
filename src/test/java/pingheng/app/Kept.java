package pingheng.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was written into the database since a moment of one transaction: for each column the texts that its new rows have. */
record Kept(Map<String, Set<String>> columns) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Neither tokens nor the ends of the chains. */
    private static final String BESIDE = "spent_token|ledger_head|flyway_schema_history";

    /** Reads them out of the database. */
    record Reader(App app, String sql) {
        static Reader of(App app) {
            var tables = new ArrayList<String>();
            app.db()
                    .sql(
                            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1")
                    .query((row, number) -> row.getString(1))
                    .list()
                    .forEach(table -> {
                        if (!table.matches(BESIDE)) tables.add(table);
                    });
            return of(app, tables);
        }

        private static Reader of(App app, List<String> tables) {
            return new Reader(
                    app,
                    tables.stream()
                            .map(table ->
                                    "select '%1$s' as what, to_jsonb(r)::text from %1$s r where r.xmin::text::bigint >= :since"
                                            .formatted(table))
                            .collect(Collectors.joining(" union all ")));
        }

        /** The first transaction that is not yet. */
        long now() {
            return app.db()
                    .sql("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                    .query(Long.class)
                    .single();
        }

        Kept since(long moment) {
            var columns = new TreeMap<String, Set<String>>();
            app.db()
                    .sql(sql)
                    .param("since", moment)
                    .query((row, number) -> Map.entry(row.getString(1), JSON.readTree(row.getString(2))))
                    .list()
                    .forEach(row -> row.getValue()
                            .properties()
                            .forEach(cell -> columns.computeIfAbsent(
                                            row.getKey() + "." + cell.getKey(), any -> new TreeSet<>())
                                    .add(text(cell.getValue()))));
            return new Kept(columns);
        }

        /** Only of the tables that the act writes to, which it was seen to do. */
        Reader only(Kept seen) {
            var tables = seen.columns.keySet().stream()
                    .map(column -> column.replaceFirst("\\..*", ""))
                    .distinct()
                    .toList();
            return tables.isEmpty() ? this : of(app, tables);
        }
    }

    Set<String> in(String column) {
        return columns.getOrDefault(column, Set.of());
    }

    private static String text(@Nullable JsonNode node) {
        if (node == null || node.isNull()) return "";
        return node.isString() ? node.asString() : node.toString();
    }
}
