package pingheng.framework.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pingheng.framework.formula.Exact;
import pingheng.framework.formula.Malformed;
import pingheng.problem.Sentence;
import pingheng.text.Folding;

/**
 * Marks in the order of the items they are given for, read from a form, a table, a request or the database by this one parser. Their
 * text is canonical: plain decimals without zeros at the end, one space between, a dash where no mark is given yet.
 */
public final class Marks {
    /** No marks at all. */
    public static final Marks NONE = new Marks(List.of());

    private static final String NOT_GIVEN = "-";

    /** The database checks the same shape. */
    private static final Pattern MARK = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})?");

    private static final Pattern BETWEEN = Pattern.compile("[ ;、]+");
    private static final int SHOWN = 40;

    private final List<String> each;

    /** As they were kept, which for marks of former times may be 1.0 where they are written 1 today: digests were taken over it. */
    private final String text;

    /** Why what was kept cannot be read. */
    private final @Nullable Malformed trouble;

    private Marks(List<String> each) {
        this.each = each.stream().allMatch(NOT_GIVEN::equals) ? List.of() : List.copyOf(each);
        this.text = String.join(" ", this.each);
        this.trouble = null;
    }

    private Marks(List<String> each, String text, @Nullable Malformed trouble) {
        this.each = each;
        this.text = text;
        this.trouble = trouble;
    }

    /** As they were kept. What cannot be read stays as it is: it is no marks, and says why. */
    public static Marks kept(String text) {
        try {
            return new Marks(read(text).each, text, null);
        } catch (Malformed malformed) {
            return new Marks(List.of(), text, malformed);
        }
    }

    /** Reads marks with spaces, semicolons or 、 between; throws {@link Malformed}. */
    public static Marks read(String typed) {
        var each = new ArrayList<String>();
        for (var one : BETWEEN.split(Folding.word(typed))) if (!one.isEmpty()) each.add(mark(one));
        return new Marks(each);
    }

    /** Reads one field for each item, an empty one where no mark is given; throws {@link Malformed}. */
    public static Marks of(List<String> fields) {
        return new Marks(fields.stream()
                .map(Folding::word)
                .map(field -> field.isEmpty() ? NOT_GIVEN : mark(field))
                .toList());
    }

    /** The same as they are written today. */
    public Marks canonical() {
        return new Marks(each);
    }

    /** Why they cannot be read, where they were kept in another shape. */
    public Optional<Sentence> unreadable() {
        return Optional.ofNullable(trouble).map(Malformed::sentence);
    }

    /** All marks; empty while one is missing or they cannot be read. */
    public Optional<List<Exact>> whole() {
        if (trouble != null || each.contains(NOT_GIVEN)) return Optional.empty();
        return Optional.of(
                each.stream().map(mark -> Exact.of(new BigDecimal(mark))).toList());
    }

    /** Whether nothing is given. */
    public boolean none() {
        return text.isBlank();
    }

    /** The mark of each item as it is written, the empty text where none is given; what cannot be read is no mark. */
    public List<String> fields() {
        return each.stream().map(mark -> mark.equals(NOT_GIVEN) ? "" : mark).toList();
    }

    /** One by one as they are kept, a dash for one that is not given. */
    public List<String> each() {
        return text.isBlank() ? List.of() : List.of(text.split(" "));
    }

    /** As they are kept; empty where no mark is given. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Marks marks && text.equals(marks.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    private static String mark(String word) {
        if (word.equals(NOT_GIVEN)) return NOT_GIVEN;
        if (!MARK.matcher(word).matches())
            throw new Malformed(
                    "评分应为数，小数点前后各至多 6 位，如 1 0.5 0：%1$s",
                    "a mark is a number with at most 6 digits before and after the point, like 1 0.5 0: %1$s",
                    word.length() > SHOWN ? word.substring(0, word.offsetByCodePoints(0, SHOWN / 2)) + "…" : word);
        var mark = new BigDecimal(word);
        return mark.signum() == 0 ? "0" : mark.stripTrailingZeros().toPlainString();
    }
}
