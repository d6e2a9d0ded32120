package pingheng.framework.table;

import java.math.BigDecimal;
import java.util.List;
import pingheng.framework.Settings;
import pingheng.people.Level;
import pingheng.problem.Sentence;
import pingheng.sheet.Folder;
import pingheng.sheet.key.KeyTable;

/** Reads the table of settings of a framework: one row a setting, key and value. */
final class SettingsSheet {
    private static final List<String> KEYS = List.of(
            "code",
            "version",
            "title_zh",
            "title_en",
            "level",
            "points",
            "qualitative",
            "quantitative",
            "total",
            "deliberation",
            "score_decimals",
            "place_decimals",
            "not_applicable",
            "rules",
            "official");

    private SettingsSheet() {}

    static Settings read(Folder folder) {
        var keys = KeyTable.read(folder, "settings", KEYS);
        var sums = new Settings.Sums(
                keys.whole("points", 1, 5000, 0),
                keys.whole("qualitative", 0, 5000, 0),
                keys.whole("quantitative", 0, 5000, 0),
                keys.decimal("total", BigDecimal.ZERO),
                keys.decimal("deliberation", BigDecimal.ZERO));
        var level = Level.written(keys.required("level"));
        if (level.isEmpty())
            keys.refuse("level", "settings.level", "级别应为 county 或 city", "the level is county or city");
        return new Settings(
                keys.required("code"),
                keys.whole("version", 1, 9999, 1),
                new Sentence(keys.required("title_zh"), keys.required("title_en")),
                level.orElse(Level.COUNTY),
                keys.choice("official", List.of("no", "yes")).equals("yes"),
                sums,
                keys.whole("score_decimals", 2, 12, 10),
                keys.whole("place_decimals", 2, 12, 8),
                keys.choice("not_applicable", List.of("full", "rescale")).equals("rescale"),
                keys.whole("rules", 1, 2, 1));
    }
}
