package pingheng.sheet.key;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pingheng.problem.Sentence;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;

/** A table of settings: one row a setting, its key and its value. */
public final class KeyTable {
    private static final List<Column> COLUMNS = List.of(
            Column.required("key", "项目", "设置"), Column.required("value", "值", "内容"), Column.optional("note", "说明"));

    private final Map<String, SheetRow> rows = new LinkedHashMap<>();
    private final Folder folder;
    private final String table;

    private KeyTable(Folder folder, String table) {
        this.folder = folder;
        this.table = table;
    }

    /** Reads the table; keys that are not known or stand twice are refused. */
    public static KeyTable read(Folder folder, String table, List<String> known) {
        var keys = new KeyTable(folder, table);
        folder.read(table, COLUMNS, row -> {
            var key = row.required("key");
            if (key.isEmpty()) return;
            if (!known.contains(key))
                row.refuse(
                        "key",
                        "settings.unknown",
                        "没有设置项「%s」，可用：%s",
                        "there is no setting “%s”; there are: %s",
                        key,
                        String.join(" ", known));
            else if (keys.rows.putIfAbsent(key, row) != null)
                row.refuse("key", "settings.twice", "设置项 %s 重复", "the setting %s stands here twice", key);
        });
        return keys;
    }

    /** The value as it is written; empty, and a finding, when there is none. */
    public String required(String key) {
        var row = rows.get(key);
        if (row == null) {
            refuse(key, "settings.missing", "缺少设置项 %s", "the setting %s is missing", key);
            return "";
        }
        return row.required("value").isEmpty() ? "" : row.text("value");
    }

    /** A whole number; {@code otherwise} when the setting is absent. */
    public int whole(String key, int least, int most, int otherwise) {
        var row = rows.get(key);
        return row == null ? otherwise : row.whole("value", least, most, otherwise);
    }

    /** A decimal; {@code otherwise} when the setting is absent or no number. */
    public BigDecimal decimal(String key, BigDecimal otherwise) {
        var row = rows.get(key);
        var decimal = row == null ? null : row.decimal("value");
        return decimal == null ? otherwise : decimal;
    }

    /** One of the choices; the first of them when the setting is absent. */
    public String choice(String key, List<String> choices) {
        var row = rows.get(key);
        if (row == null) return choices.getFirst();
        if (choices.contains(row.word("value"))) return row.word("value");
        row.refuse(
                "value",
                "settings.choice",
                "%s 应为 %s 之一：%s",
                "%s is one of %s: %s",
                key,
                String.join(" ", choices),
                row.text("value"));
        return choices.getFirst();
    }

    /** A finding at the setting, or at the table where it is absent. */
    public void refuse(String key, String code, String zh, String en, Object... args) {
        var row = rows.get(key);
        if (row != null) row.refuse("value", code, zh, en, args);
        else folder.refuse(folder.place(table), code, Sentence.of(zh, en, args));
    }
}
