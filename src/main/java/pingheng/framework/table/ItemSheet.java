package pingheng.framework.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.problem.Sentence;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;
import pingheng.value.PointCode;

/** Reads what rules list: elements, deductions, tiers, places, bands. */
final class ItemSheet {
    private static final List<Column> COLUMNS = List.of(
            Column.required("point", "观测点").holdingCodes(),
            Column.optional("part", "分项"),
            Column.optional("item", "序号"),
            Column.optional("points", "分值"),
            Column.optional("from", "界线", "起"),
            Column.optional("to", "止"),
            Column.optional("zh", "内容"),
            Column.optional("en", "内容英文", "英文"));

    private final Map<String, List<SheetRow>> rows = new LinkedHashMap<>();

    private ItemSheet() {}

    static ItemSheet read(Folder folder) {
        var sheet = new ItemSheet();
        folder.readOptional(
                "items",
                COLUMNS,
                row -> sheet.rows
                        .computeIfAbsent(key(row.word("point"), row.word("part")), key -> new ArrayList<>())
                        .add(row));
        return sheet;
    }

    /** The items of a part, which are taken out; what is left at the end belongs to no part. */
    List<SheetRow> take(PointCode point, String part) {
        var taken = rows.remove(key(point.text(), part));
        return taken == null ? List.of() : taken;
    }

    /** Tells of items whose part does not exist. */
    void refuseLeftOver() {
        rows.values()
                .forEach(items -> items.getFirst()
                        .refuse(
                                "point",
                                "items.no-part",
                                "rules 表中没有观测点 %s 的分项「%s」",
                                "the table of rules has no part “%2$s” of the point %1$s",
                                items.getFirst().word("point"),
                                items.getFirst().word("part")));
    }

    static List<Sentence> titles(List<SheetRow> items) {
        return items.stream()
                .map(row -> new Sentence(row.text("zh"), row.text("en")))
                .toList();
    }

    /** The points of an item; zero, and a finding, when there are none. */
    static Exact points(SheetRow row) {
        return number(row, "points");
    }

    static Exact number(SheetRow row, String column) {
        @Nullable BigDecimal decimal = row.decimal(column);
        if (decimal == null && row.empty(column)) row.required(column);
        return Exact.of(decimal == null ? BigDecimal.ZERO : decimal);
    }

    private static String key(String point, String part) {
        return point + "\t" + part;
    }
}
