package pingheng.sheet;

import org.jspecify.annotations.Nullable;

/**
 * The text of one cell as it was written; a number that was formatted as a percentage is in percent and says so. A cell that a
 * spreadsheet keeps as a number also has what it shows of it, and says when it has more digits than a spreadsheet keeps.
 */
public record SheetCell(
        String text, boolean percent, @Nullable String shown, boolean lost) {
    public SheetCell(String text, boolean percent) {
        this(text, percent, null, false);
    }
}
