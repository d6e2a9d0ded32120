package pingheng.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;
import pingheng.value.UnitCode;

/** Reads the table of units: code, name, level, parent, region. */
public final class UnitSheet {
    private static final List<Column> COLUMNS = List.of(
            Column.required("code", "代码", "行政区划代码"),
            Column.required("name", "名称", "单位"),
            Column.required("level", "级别"),
            Column.required("parent", "上级代码"),
            Column.required("region", "区域"));

    private static final Pattern FORMULA = Pattern.compile("(?m)^[=+\\-@\\t]");

    private UnitSheet() {}

    /** What is wrong goes to the findings of the folder: codes that are no codes, twice the same, parents that are no cities. */
    public static Units read(Folder folder) {
        var units = new LinkedHashMap<UnitCode, Unit>();
        var rows = new LinkedHashMap<UnitCode, SheetRow>();
        folder.read("units", COLUMNS, row -> {
            var unit = unit(row);
            if (unit == null) return;
            if (units.putIfAbsent(unit.code(), unit) != null)
                row.refuse(
                        "code",
                        "units.twice",
                        "单位 %s 重复出现，请删去一行",
                        "unit %s stands here twice: delete one of the rows",
                        unit.code());
            rows.putIfAbsent(unit.code(), row);
        });
        units.values().forEach(unit -> checkParent(unit, units, rows));
        return new Units(units.values());
    }

    private static @Nullable Unit unit(SheetRow row) {
        var code = row.required("code");
        var name = row.requiredText("name");
        var region = row.requiredText("region");
        var level = Level.written(row.required("level"));
        if (!code.isEmpty() && !code.matches(UnitCode.SHAPE))
            row.refuse("code", "units.code", "行政区划代码应为 6 位数字：%s", "a division code has 6 digits (GB/T 2260): %s", code);
        if (FORMULA.matcher(name + "\n" + region).find())
            row.refuse(
                    "name",
                    "units.name",
                    "名称和区域不得以 = + - @ 开头，表格软件会当成公式",
                    "a name or region must not begin with = + - @: a spreadsheet would take it for a formula");
        if (level.isEmpty() && !row.empty("level"))
            row.refuse(
                    "level",
                    "units.level",
                    "级别应为 county 或 city：%s",
                    "the level is county or city: %s",
                    row.text("level"));
        if (!code.matches(UnitCode.SHAPE) || level.isEmpty()) return null;
        return new Unit(
                new UnitCode(code),
                name,
                level.get(),
                row.empty("parent") ? null : new UnitCode(row.text("parent")),
                region);
    }

    private static void checkParent(Unit unit, Map<UnitCode, Unit> units, Map<UnitCode, SheetRow> rows) {
        var parent = unit.parent() == null ? null : units.get(unit.parent());
        var row = rows.get(unit.code());
        if (unit.parent() == null || row == null) return;
        if (parent != null && parent.level() != Level.CITY)
            row.refuse("parent", "units.parent", "上级 %s 不是市级单位", "the parent %s is not a city", unit.parent());
    }
}
