package pingheng.sheet;

import static pingheng.sheet.Source.refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.text.Folding;

/** A table in a text file: separated by tabs or commas, as its content says, in UTF-8 (with or without a mark) or GB18030. */
record TextTable(TextFile file) implements Source {
    @Override
    public Place place() {
        return file.place();
    }

    @Override
    public void rows(Taker taker) {
        try (var text = file.open();
                var parser = format().parse(text)) {
            var records = parser.iterator();
            int number = 1;
            for (var record = next(records, number); record != null; record = next(records, number)) {
                text.nextRow();
                taker.take(number, cells(number, record));
                number++;
                if (number > MOST_ROWS)
                    throw refused(place(), "sheet.rows", "超过 %d 行，请拆分", "more than %d rows: split it", MOST_ROWS);
            }
        } catch (IOException broken) {
            throw file.unreadable();
        }
    }

    private CSVFormat format() throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator(file.beginning()))
                .setIgnoreEmptyLines(false)
                .get();
    }

    /**
     * The sign that stands in more of the lines, outside quotes: some lines of a table of commas hold a tab, before a number that is to
     * stay a text, and some of a table of tabs a comma.
     */
    private static char separator(byte[] beginning) {
        int moreOfCommas = 0;
        boolean tab = false;
        boolean comma = false;
        boolean quoted = false;
        for (byte sign : beginning) {
            if (sign == '"') quoted = !quoted;
            else if (sign == '\n' && !quoted) {
                moreOfCommas += more(comma, tab);
                tab = false;
                comma = false;
            } else if (!quoted) {
                tab |= sign == '\t';
                comma |= sign == ',';
            }
        }
        return moreOfCommas + more(comma, tab) > 0 ? ',' : '\t';
    }

    private static int more(boolean one, boolean than) {
        return (one ? 1 : 0) - (than ? 1 : 0);
    }

    private @Nullable CSVRecord next(Iterator<CSVRecord> records, int number) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (TextFile.RowTooLong | IllegalStateException broken) {
            throw unclosed(number);
        } catch (UncheckedIOException broken) {
            throw broken.getCause() instanceof CSVException ? unclosed(number) : file.unreadable();
        }
    }

    private List<@Nullable SheetCell> cells(int number, CSVRecord record) {
        if (record.size() > MOST_COLUMNS)
            throw refused(
                    place().row(number),
                    "sheet.columns",
                    "超过 %d 列，请核对分隔符",
                    "more than %d columns: check the separator",
                    MOST_COLUMNS);
        var cells = new ArrayList<@Nullable SheetCell>(record.size());
        for (var value : record) cells.add(cell(number, value));
        return cells;
    }

    private @Nullable SheetCell cell(int number, String value) {
        if (value.length() > MOST_LETTERS)
            throw refused(
                    place().row(number),
                    "sheet.letters",
                    "一格超过 %d 个字符，请检查引号是否配对",
                    "a cell of more than %d characters: check that quotes are closed",
                    MOST_LETTERS);
        var text = Folding.text(value).strip();
        return text.isEmpty() ? null : new SheetCell(text, false);
    }

    private Refused unclosed(int number) {
        return refused(
                place().row(number),
                "sheet.quote",
                "引号没有配对，无法分列；请检查这一行的双引号",
                "a quote is not closed, so the columns cannot be told: check the double quotes of this row");
    }
}
