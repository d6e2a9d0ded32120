package pingheng.app;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a request left in the database: rows that are more or fewer in each table, and in the ledger who did what, how often. */
record Effects(Map<String, Long> counts) {
    /** Neither the tokens themselves nor the ends of the chains. */
    private static final String BESIDE = "spent_token|ledger_head|flyway_schema_history";

    static Effects of(App app) {
        var tables = app.db()
                .sql(
                        "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1")
                .query(String.class)
                .list();
        var sql = tables.stream()
                .filter(table -> !table.matches(BESIDE) && !table.equals("ledger_entry"))
                .map(table -> "select '" + table + "' as what, count(*) as rows from " + table)
                .collect(Collectors.joining(" union all "));
        var counts = new TreeMap<String, Long>();
        app.db()
                .sql(sql + " union all select person || ' ' || verb, count(*) from ledger_entry group by 1")
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return new Effects(counts);
    }

    /** In words; empty where nothing is left. */
    String since(Effects before) {
        return counts.entrySet().stream()
                .filter(one -> !one.getValue().equals(before.counts.getOrDefault(one.getKey(), 0L)))
                .map(one -> {
                    long more = one.getValue() - before.counts.getOrDefault(one.getKey(), 0L);
                    return one.getKey() + (more > 0 ? " +" : " ") + more;
                })
                .collect(Collectors.joining(", "));
    }
}
