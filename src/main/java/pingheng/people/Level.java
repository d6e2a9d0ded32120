package pingheng.people;

import java.util.Locale;
import java.util.Optional;

/** The level of government that is evaluated. */
public enum Level {
    COUNTY("县级"),
    CITY("市级");

    private final String zh;

    Level(String zh) {
        this.zh = zh;
    }

    /** As files and results write it: county, city. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String zh() {
        return zh;
    }

    public static Optional<Level> of(String text) {
        for (var level : values())
            if (level.code().equals(text.toLowerCase(Locale.ROOT)) || level.zh.equals(text)) return Optional.of(level);
        return Optional.empty();
    }
}
