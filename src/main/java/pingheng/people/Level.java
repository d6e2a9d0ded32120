package pingheng.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The level of a government. The province evaluates the others and is not evaluated itself. */
public enum Level {
    COUNTY("县级"),
    CITY("市级"),
    PROVINCE("省级");

    /** The levels that are evaluated, in the order in which tables and results name them. */
    public static final List<Level> EVALUATED = List.of(COUNTY, CITY);

    private final String zh;

    Level(String zh) {
        this.zh = zh;
    }

    /** As files, results and the database write it: county, city, province. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String zh() {
        return zh;
    }

    public boolean evaluated() {
        return EVALUATED.contains(this);
    }

    /** A level that is evaluated, as a person writes it in a table: by its code, in small or capital letters, or its name. */
    public static Optional<Level> written(String text) {
        for (var level : EVALUATED)
            if (level.code().equals(text.toLowerCase(Locale.ROOT)) || level.zh.equals(text)) return Optional.of(level);
        return Optional.empty();
    }

    /** The one with exactly this code. */
    public static Level of(String code) {
        for (var level : values()) if (level.code().equals(code)) return level;
        throw new IllegalStateException("no level has the code " + code);
    }
}
