package pingheng.sheet;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pingheng.digest.Sha256;

/**
 * The canonical form of the tables that were read, and its SHA-256: each table's rows in order, each row's cells by the names of
 * their columns, numbers without trailing zeros. The same content in xlsx or in text has the same digest.
 */
final class Canon {
    private final Map<String, StringBuilder> tables = new TreeMap<>();

    void row(String table, SheetRow row, List<Column> columns) {
        var line = tables.computeIfAbsent(table, name -> new StringBuilder());
        for (var column : columns)
            line.append(canonical(row.written(column.name()))).append('\t');
        line.append('\n');
    }

    /** SHA-256 in hexadecimal over the tables but those named. */
    String digest(List<String> without) {
        var digest = Sha256.stream();
        tables.forEach((table, rows) -> {
            if (without.contains(table)) return;
            digest.update((table + "\n" + rows + "\n").getBytes(StandardCharsets.UTF_8));
        });
        return Sha256.told(digest);
    }

    private static String canonical(String text) {
        if (!text.matches("-?[0-9]{1,18}\\.[0-9]{1,18}")) return text.replaceAll("[\\t\\r\\n]+", " ");
        var number = new BigDecimal(text);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
