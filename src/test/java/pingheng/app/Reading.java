package pingheng.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pingheng.framework.formula.Malformed;
import pingheng.framework.rule.Marks;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.sheet.SheetRow;
import pingheng.text.Folding;

/** The form in which what was typed is kept, by one of the parsers of the house; a field is read by one of them, always the same. */
enum Reading {
    TEXT,
    TRIMMED,
    WORD,
    SMALL,
    NUMBER,
    MARKS,
    WITHIN;

    /** What is to be kept; empty where this parser would refuse it. */
    Optional<String> of(String typed) {
        if (!Folding.writable(typed)) return Optional.empty();
        return switch (this) {
            case TEXT -> Optional.of(Folding.text(typed));
            case TRIMMED, WITHIN -> Optional.of(Folding.text(typed).strip());
            case WORD -> Optional.of(Folding.word(typed));
            case SMALL -> Optional.of(Folding.word(typed).toLowerCase(Locale.ROOT));
            case NUMBER -> number(Folding.word(typed));
            case MARKS -> marks(typed);
        };
    }

    /** Whether it is kept in one of the cells; a mark also among others. */
    boolean keeps(Set<String> cells, String typed) {
        var kept = of(typed);
        if (kept.isEmpty()) return false;
        return cells.stream().anyMatch(cell -> switch (this) {
            case NUMBER -> number(cell).equals(kept);
            case MARKS -> List.of(cell.split(" ")).contains(kept.get());
            case WITHIN -> kept.get().length() > 1 && (cell.contains(kept.get()) || cell.contains(Folding.word(typed)));
            default -> cell.equals(kept.get());
        });
    }

    /** As tables are read. */
    private static Optional<String> number(String word) {
        var number = SheetRow.typed(Place.file(""), Map.of("n", word), new Findings())
                .decimal("n");
        if (number == null) return Optional.empty();
        return Optional.of(
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private static Optional<String> marks(String typed) {
        try {
            return Optional.of(Marks.read(typed).text());
        } catch (Malformed none) {
            return Optional.empty();
        }
    }
}
