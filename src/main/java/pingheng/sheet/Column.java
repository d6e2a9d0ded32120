package pingheng.sheet;

import java.util.List;

/** One column a table may have; a heading matches its name or one of the aliases. */
public record Column(String name, boolean required, List<String> aliases) {
    public static Column required(String name, String... aliases) {
        return new Column(name, true, List.of(aliases));
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, false, List.of(aliases));
    }
}
