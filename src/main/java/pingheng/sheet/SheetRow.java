package pingheng.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Findings;
import pingheng.problem.Place;
import pingheng.problem.Sentence;
import pingheng.text.Excerpt;
import pingheng.text.Folding;
import pingheng.text.Unseen;

/** One row of a table, its cells by the names of their columns. What is wrong with a cell is refused at its place. */
public final class SheetRow {
    /** What is typed into one field of a page stands in no column. */
    private static final String ALONE = "value";

    private final Place place;
    private final Map<String, SheetCell> cells;
    private final Map<String, SheetCell> others;
    private final Findings findings;
    private final List<Column> columns;

    /** The columns whose cells were refused because the spreadsheet has lost what was typed. */
    private final Set<String> spoilt = new HashSet<>();

    SheetRow(
            Place place,
            List<Column> columns,
            Map<String, SheetCell> cells,
            Map<String, SheetCell> others,
            Findings findings) {
        this.place = place;
        this.columns = columns;
        this.cells = cells;
        this.others = others;
        this.findings = findings;
        if (!columns.isEmpty()) cells.forEach(this::suspect);
    }

    /** A row that was typed into a page rather than read from a file. */
    public static SheetRow typed(Place place, Map<String, String> cells, Findings findings) {
        var typed = new LinkedHashMap<String, SheetCell>();
        cells.forEach((column, text) -> {
            var folded = Folding.text(text).strip();
            if (!folded.isEmpty()) typed.put(column, new SheetCell(folded, false));
        });
        return new SheetRow(place, List.of(), typed, Map.of(), findings);
    }

    /** A sign that nobody sees may be why something else is wrong; lines may break, and tabs stand, in a text. */
    private void suspect(String column, SheetCell cell) {
        if (!Unseen.in(cell.text())) return;
        var names = Unseen.names(cell.text(), true);
        if (!names.isEmpty())
            findings.suspect(
                    place(column),
                    "sheet.unseen",
                    "含有看不见的字符：%1$s；若因此有误，请删去后重新填写",
                    "it holds signs that cannot be seen: %2$s; if they are what is wrong, delete them and type it again",
                    names,
                    Unseen.names(cell.text(), false));
    }

    public Place place() {
        return place;
    }

    /** As the spreadsheet counts: the heading is row 1. */
    public int number() {
        return place.row();
    }

    /** Null when the cell is empty. */
    public @Nullable SheetCell cell(String column) {
        var named = cells.get(column);
        var cell = named != null ? named : others.get(column);
        if (cell != null && cell.shown() != null && spoilt.add(column)) refuseSpoilt(column, cell);
        return cell;
    }

    /** What a spreadsheet keeps as a number is no longer what was typed: past 15 digits, and where a code ends in a zero. */
    private void refuseSpoilt(String column, SheetCell cell) {
        if (cell.lost())
            refuse(
                    column,
                    "sheet.digits-lost",
                    "超过 15 位的数字，表格软件只留前 15 位，%s 已不是当初填的内容；请把这一列设为“文本”格式后重新填写",
                    "a spreadsheet keeps 15 digits of a number, so %s is no longer what was typed: format the column as text and"
                            + " type it again",
                    Excerpt.of(cell.text()));
        else if (cell.text().indexOf('.') >= 0
                && columns.stream().anyMatch(one -> one.codes() && one.name().equals(column)))
            refuse(
                    column,
                    "sheet.code-number",
                    "编号存成了数字：显示为「%1$s」，存的是 %2$s，无法知道原来是哪一个（1.10 与 1.1 不同）；请把这一列设为“文本”格式后重新填写",
                    "the code is kept as a number: it shows “%1$s” and is kept as %2$s, so that nobody knows which it was (1.10 is not"
                            + " 1.1): format the column as text and type it again",
                    String.valueOf(cell.shown()),
                    cell.text());
    }

    /** The cells of a wide table whose columns were not named, in their order; empty cells are left out. */
    public Map<String, SheetCell> others() {
        return others;
    }

    public boolean empty(String column) {
        return cell(column) == null;
    }

    /**
     * The text as it was written, without white space around it; empty for an empty cell. A long number that a spreadsheet has written as
     * text in scientific notation is refused: its later digits are lost.
     */
    public String text(String column) {
        var text = written(column);
        if (!columns.isEmpty() && Decimals.shownBySpreadsheet(text) && spoilt.add(column))
            refuse(
                    column,
                    "sheet.digits-lost",
                    "表格软件把长数字写成了科学计数法 %s，后面的数字已经丢失，不是当初填的内容；请在原表中把这一列设为“文本”格式，重新填写后再存",
                    "a spreadsheet wrote a long number as %s, whose later digits are lost, so that it is no longer what was typed: format"
                            + " the column as text in the spreadsheet, type it again and save it anew",
                    Excerpt.of(text));
        return text;
    }

    /** The same, of a column that may be of numbers: they are refused where they are read. */
    String written(String column) {
        var cell = cell(column);
        return cell == null ? "" : cell.text();
    }

    /**
     * The text as a code or keyword: full-width letters and signs become plain ones, invisible marks are taken off. A sign that nobody sees
     * and that cannot be taken off is refused: it would make two of what looks like one.
     */
    public String word(String column) {
        var word = Folding.word(text(column));
        if (Unseen.in(word) && spoilt.add(column))
            refuse(
                    column,
                    "sheet.unseen",
                    "含有看不见的字符：%s；请删去后重新填写",
                    "it holds signs that cannot be seen: %s; delete them and type it again",
                    Excerpt.of(word));
        return word;
    }

    /** As above; an empty cell is refused. */
    public String required(String column) {
        return filled(column) ? word(column) : "";
    }

    private boolean filled(String column) {
        boolean filled = !Folding.word(text(column)).isEmpty();
        if (!filled) refuse(column, "sheet.empty", "此格不能为空，请填写", "this cell must not be empty: fill it in");
        return filled;
    }

    /** The text as it was written; an empty cell is refused. */
    public String requiredText(String column) {
        return filled(column) ? text(column) : "";
    }

    /** Null when the cell is empty, and, with a finding, when it holds no number. A percentage is the number in percent. */
    public @Nullable BigDecimal decimal(String column) {
        var number = number(column);
        return number == null ? null : number.value();
    }

    /** Whether the cell holds a number written or formatted as a percentage. */
    public boolean percent(String column) {
        var cell = cell(column);
        return cell != null
                && (cell.percent()
                        || Decimals.read(cell.text()) instanceof Decimals.Read.Found(BigDecimal _, boolean percent)
                                && percent);
    }

    /** A whole number within the bounds; {@code otherwise} when the cell is empty and, with a finding, when it is not. */
    public int whole(String column, int least, int most, int otherwise) {
        var decimal = decimal(column);
        if (decimal == null) return otherwise;
        if (decimal.stripTrailingZeros().scale() <= 0
                && decimal.compareTo(BigDecimal.valueOf(least)) >= 0
                && decimal.compareTo(BigDecimal.valueOf(most)) <= 0) return decimal.intValueExact();

        refuse(
                column,
                "sheet.whole",
                "应为 %d 到 %d 之间的整数：%s",
                "this is a whole number between %d and %d: %s",
                least,
                most,
                decimal.toPlainString());
        return otherwise;
    }

    /** Whether the cell says yes; an empty one says no, anything else is refused. */
    public boolean yes(String column) {
        var word = word(column);
        if (word.equals("yes") || word.equals("是")) return true;
        if (!word.isEmpty() && !word.equals("no") && !word.equals("否"))
            refuse(column, "sheet.yes-no", "应填 yes（是）或 no（否）：%s", "write yes or no: %s", Excerpt.of(word));
        return false;
    }

    /** A date written 2020-09-10; null, and a finding, when it is not. */
    public @Nullable LocalDate date(String column) {
        try {
            return LocalDate.parse(word(column));
        } catch (DateTimeException _) {
            refuse(column, "sheet.date", "日期应写成 2020-09-10：%s", "a date is written like 2020-09-10: %s", word(column));
            return null;
        }
    }

    /** A finding at this cell; {@code zh} and {@code en} are formats that share the arguments. */
    public void refuse(String column, String code, String zh, String en, Object... args) {
        if (findings.full()) findings.add(place, code, zh, en, args);
        else refuse(column, code, Sentence.of(zh, en, args));
    }

    /** A finding at this cell; what stands in the cell and cannot be seen is named, whether or not the sentence quotes it. */
    public void refuse(String column, String code, Sentence sentence) {
        findings.add(place(column), code, withUnseen(column, sentence));
    }

    private Place place(String column) {
        return columns.stream()
                .filter(one -> one.name().equals(column))
                .findFirst()
                .map(one -> place.column(column, one.heading()))
                .orElseGet(() -> columns.isEmpty() && column.equals(ALONE) ? place : place.column(column));
    }

    private Sentence withUnseen(String column, Sentence sentence) {
        var cell = cells.getOrDefault(column, others.get(column));
        var names = cell == null ? "" : Unseen.names(cell.text(), true);
        if (cell == null || names.isEmpty() || Unseen.in(sentence.zh())) return sentence;
        return Sentence.of(
                "%1$s。此格含有看不见的字符：%3$s",
                "%2$s. In the cell there are signs that cannot be seen: %4$s",
                sentence.zh(),
                sentence.en(),
                names,
                Unseen.names(cell.text(), false));
    }

    private Decimals.Read.@Nullable Found number(String column) {
        var cell = cell(column);
        if (cell == null) return null;
        return switch (Decimals.read(cell.text())) {
            case Decimals.Read.Found number -> number;
            case Decimals.Read.Not(String code, Sentence why) -> {
                refuse(column, code, why);
                yield null;
            }
        };
    }
}
