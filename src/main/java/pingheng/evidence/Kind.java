package pingheng.evidence;

import java.util.Locale;
import java.util.Optional;
import pingheng.problem.Sentence;

/** The three kinds of evidence a county collects. */
public enum Kind {
    MATERIAL("评价资料", "material"),
    TABLE("表册", "tables"),
    ARCHIVE("档案资料", "archives");

    private final Sentence title;

    Kind(String zh, String en) {
        this.title = new Sentence(zh, en);
    }

    public Sentence title() {
        return title;
    }

    /** As the database and forms write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String code) {
        for (var kind : values()) if (kind.code().equals(code)) return Optional.of(kind);
        return Optional.empty();
    }
}
