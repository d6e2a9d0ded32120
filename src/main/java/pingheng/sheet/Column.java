package pingheng.sheet;

import java.util.List;

/** One column a table may have; a heading matches its name or one of the aliases. */
public record Column(String name, boolean required, List<String> aliases, boolean codes) {
    public static Column required(String name, String... aliases) {
        return new Column(name, true, List.of(aliases), false);
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, false, List.of(aliases), false);
    }

    /** The same column, of codes like 1.10: a spreadsheet that keeps such a code as a number has lost what was typed. */
    public Column holdingCodes() {
        return new Column(name, required, aliases, true);
    }
}
