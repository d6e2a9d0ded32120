package pingheng.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Sentence;

/** One row of a table. */
public final class Row {
    private final int number;
    private final Place at;
    private final Map<String, Cell> cells;
    private final Map<String, Cell> others;
    private final Findings findings;

    Row(int number, Place at, Map<String, Cell> cells, Map<String, Cell> others, Findings findings) {
        this.number = number;
        this.at = at;
        this.cells = cells;
        this.others = others;
        this.findings = findings;
    }

    public int number() {
        return number;
    }

    public Place place(String column) {
        return at.row(number).column(column);
    }

    public @Nullable Cell cell(String column) {
        return cells.get(column);
    }

    public Map<String, Cell> others() {
        return others;
    }

    public String text(String column) {
        var cell = cells.get(column);
        return cell == null ? "" : cell.text();
    }

    public String word(String column) {
        return normal(text(column));
    }

    public String word(String column, Cell cell) {
        return normal(cell.text());
    }

    public boolean empty(String column) {
        return text(column).isEmpty();
    }

    public String required(String column) {
        var word = word(column);
        if (word.isEmpty()) refuse(column, "sheet.empty", "此格不能为空", "this cell must not be empty");
        return word;
    }

    public @Nullable BigDecimal decimal(String column) {
        var cell = cells.get(column);
        return cell == null ? null : decimal(column, cell);
    }

    public @Nullable BigDecimal decimal(String column, Cell cell) {
        try {
            return new BigDecimal(normal(cell.text()).replace("%", ""));
        } catch (NumberFormatException _) {
            refuse(column, "sheet.number", "不是数：%s", "not a number: %s", cell.text());
            return null;
        }
    }

    public int whole(String column, int least, int most, int otherwise) {
        var decimal = decimal(column);
        return decimal == null ? otherwise : decimal.intValue();
    }

    public boolean yes(String column) {
        return word(column).equals("yes") || word(column).equals("是");
    }

    public @Nullable LocalDate date(String column) {
        try {
            return LocalDate.parse(word(column));
        } catch (DateTimeException _) {
            refuse(column, "sheet.date", "日期应写成 2020-09-10", "a date is written like 2020-09-10");
            return null;
        }
    }

    public void refuse(String column, String code, String zh, String en, Object... args) {
        findings.add(place(column), code, zh, en, args);
    }

    public void refuse(String column, String code, Sentence sentence) {
        findings.add(place(column), code, sentence);
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
