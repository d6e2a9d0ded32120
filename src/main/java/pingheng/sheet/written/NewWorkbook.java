package pingheng.sheet.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook of one sheet: a heading that stays in view, below it texts as texts, and numbers where a plain number was written. */
public final class NewWorkbook {
    public static final String MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What a spreadsheet keeps exactly: up to fifteen digits, no zeros that it would drop. */
    private static final Pattern NUMBER =
            Pattern.compile("0|-?[1-9][0-9]{0,14}|-?(0|[1-9][0-9]{0,8})\\.[0-9]{0,5}[1-9]");

    private final List<Integer> widths;
    private final Set<Integer> codes;
    private final String sheet;

    /** The widths of the columns are in letters; a column of no width is hidden. */
    public NewWorkbook(String sheet, List<Integer> widths) {
        this(sheet, widths, Set.of());
    }

    /** As above; in the columns of these numbers, from 0 on, a code like 1.1 stays a text. */
    public NewWorkbook(String sheet, List<Integer> widths, Set<Integer> codes) {
        this.sheet = sheet;
        this.widths = List.copyOf(widths);
        this.codes = Set.copyOf(codes);
    }

    public byte[] of(List<String> heading, List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Pingheng", "1.0")) {
            var written = workbook.newWorksheet(sheet);
            for (int i = 0; i < widths.size(); i++)
                if (widths.get(i) == 0) written.hideColumn(i);
                else written.width(i, widths.get(i));
            for (int i = 0; i < heading.size(); i++) written.value(0, i, heading.get(i));
            written.range(0, 0, 0, heading.size() - 1)
                    .style()
                    .bold()
                    .wrapText(true)
                    .set();
            for (int row = 0; row < rows.size(); row++)
                for (int i = 0; i < rows.get(row).size(); i++)
                    write(written, row + 1, i, rows.get(row).get(i));
            written.freezePane(Math.min(2, heading.size()), 1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private void write(Worksheet sheet, int row, int column, String text) {
        if (NUMBER.matcher(text).matches() && !codes.contains(column)) sheet.value(row, column, new BigDecimal(text));
        else if (!text.isEmpty()) sheet.value(row, column, text);
    }
}
