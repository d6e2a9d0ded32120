package pingheng.rehearsal.made;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.people.Level;
import pingheng.sheet.Column;
import pingheng.sheet.Folder;
import pingheng.sheet.SheetRow;
import pingheng.value.FigureCode;

/** What a made-up figure may look like: a base, alone or as a share of another figure, how far it swings, how it grows. */
record Plausible(double base, double spread, String of, double drift) {
    private static final List<Column> COLUMNS = List.of(
            Column.required("level"),
            Column.required("figure"),
            Column.optional("member"),
            Column.required("base"),
            Column.required("spread"),
            Column.optional("of"),
            Column.optional("drift"));

    /** A share of at most the whole stays at most the whole. */
    boolean share() {
        return !of.isEmpty() && base <= 1;
    }

    /** The table of a level, by figure and member ({@code spend.primary}, {@code population}). */
    static Map<String, Plausible> read(Folder folder, Level level) {
        var plausible = new HashMap<String, Plausible>();
        folder.read("plausible", COLUMNS, row -> {
            if (row.word("level").equals(level.code()))
                plausible.put(key(new FigureCode(row.word("figure")), row.word("member")), one(row));
        });
        return plausible;
    }

    static String key(FigureCode figure, @Nullable String member) {
        return member == null || member.isEmpty() ? figure.text() : figure + "." + member;
    }

    private static Plausible one(SheetRow row) {
        return new Plausible(number(row, "base", 1), number(row, "spread", 0), row.word("of"), number(row, "drift", 1));
    }

    private static double number(SheetRow row, String column, double otherwise) {
        BigDecimal number = row.decimal(column);
        return number == null ? otherwise : number.doubleValue();
    }
}
