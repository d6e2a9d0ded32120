package pingheng.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pingheng.text.Coded;

/** The level of a government. The province evaluates the others and is not evaluated itself. */
public enum Level implements Coded {
    COUNTY("县级"),
    CITY("市级"),
    PROVINCE("省级");

    /** The levels that are evaluated, in the order in which tables and results name them. */
    public static final List<Level> EVALUATED = List.of(COUNTY, CITY);

    private final String zh;

    Level(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    @Override
    public List<String> names() {
        return List.of(zh);
    }

    public boolean evaluated() {
        return EVALUATED.contains(this);
    }

    /** A level that is evaluated, as a person writes it in a table: by its code, in small or capital letters, or its name. */
    public static Optional<Level> written(String text) {
        return Coded.called(Level.class, text.toLowerCase(Locale.ROOT)).filter(Level::evaluated);
    }
}
