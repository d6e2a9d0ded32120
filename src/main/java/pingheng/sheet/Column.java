package pingheng.sheet;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pingheng.problem.Sentence;

/**
 * One column a table may have; a heading matches its name or one of the aliases. It is {@code tucked} away when this program hides it in
 * the tables that it hands out.
 */
public record Column(String name, boolean required, List<String> aliases, boolean codes, boolean tucked) {
    public static Column required(String name, String... aliases) {
        return new Column(name, true, List.of(aliases), false, false);
    }

    public static Column optional(String name, String... aliases) {
        return new Column(name, false, List.of(aliases), false, false);
    }

    /** How the column is headed in each language: by the first of its names that is in it. */
    public Sentence heading() {
        // a year is headed alike in both
        if (name.codePoints().noneMatch(Character::isLetter)) return new Sentence(name, name);
        return new Sentence(
                named(Column::chinese).orElse(name),
                named(text -> !chinese(text)).orElse(name));
    }

    private Optional<String> named(Predicate<String> inLanguage) {
        return Stream.concat(Stream.of(name), aliases.stream())
                .filter(inLanguage)
                .findFirst();
    }

    private static boolean chinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    /** The columns in each language, one after the other. */
    static Sentence headings(Collection<Column> columns, String separator) {
        return new Sentence(
                columns.stream().map(column -> column.heading().zh()).collect(Collectors.joining(separator)),
                columns.stream().map(column -> column.heading().en()).collect(Collectors.joining(separator)));
    }

    /** The same column, of codes like 1.10: a spreadsheet that keeps such a code as a number has lost what was typed. */
    public Column holdingCodes() {
        return new Column(name, required, aliases, true, tucked);
    }

    /** The same column, hidden where this program hands it out. */
    public Column tuckedAway() {
        return new Column(name, required, aliases, codes, true);
    }
}
