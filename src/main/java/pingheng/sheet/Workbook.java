package pingheng.sheet;

import static pingheng.sheet.TextTable.refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Place;

/** A sheet of an xlsx workbook, checked before it is read; numbers come from their raw text, at 15 significant digits. */
record Workbook(
        Path file,
        Place place,
        Map<String, String> merged,
        @Nullable String sheet) implements Source {
    /** What a spreadsheet keeps of a number; the rest is noise of its binary form. */
    private static final MathContext KEPT = new MathContext(15);

    private static final Pattern RAW = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");
    private static final Pattern DATE = Pattern.compile("(?i)[^h]*y[^h]*");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** Checks the workbook; throws Refused. */
    static Workbook open(Path file, Place place) {
        return new Workbook(file, place, WorkbookCheck.check(file, place), null);
    }

    /** The same workbook, to read the sheet of that name. */
    Workbook sheet(String name) {
        return new Workbook(file, new Place(place.file(), name, 0, null), merged, name);
    }

    /** Whether the file is the table of that name, read by its first sheet. */
    boolean isFile(String table) {
        return file.getFileName().toString().equals(table + ".xlsx");
    }

    List<String> sheets() {
        return with(book -> book.getSheets().map(Sheet::getName).toList());
    }

    @Override
    public void rows(Taker taker) {
        with(book -> {
            read(sheet == null ? book.getFirstSheet() : book.findSheet(sheet).orElseThrow(), taker);
            return true;
        });
    }

    private void read(Sheet of, Taker taker) throws IOException {
        var range = merged.get(of.getName());
        if (range != null)
            throw refused(
                    place,
                    "xlsx.merged",
                    "有合并单元格 %s；请取消合并，每格各填各的值",
                    "there are merged cells, %s: unmerge them and fill in every cell",
                    range);
        try (var rows = of.openStream()) {
            rows.forEach(row -> {
                if (row.getRowNum() > MOST_ROWS)
                    throw refused(place, "sheet.rows", "超过 %d 行", "more than %d rows", MOST_ROWS);
                if (row.getCellCount() > MOST_COLUMNS)
                    throw refused(
                            place.row(row.getRowNum()),
                            "sheet.columns",
                            "超过 %d 列，请删去右侧无用的格",
                            "more than %d columns: delete the stray cells to the right",
                            MOST_COLUMNS);
                var cells = new ArrayList<@Nullable Cell>();
                for (int i = 0; i < row.getCellCount(); i++)
                    cells.add(cell(row.getRowNum(), row.getOptionalCell(i).orElse(null)));
                taker.take(row.getRowNum(), cells);
            });
        }
    }

    private @Nullable Cell cell(int row, org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) return null;
        var at = place.row(row).column(cell.getAddress().toString());
        if (cell.getFormula() != null || cell.getType() == CellType.FORMULA)
            throw refused(at, "xlsx.formula", "是公式；请复制后选择性粘贴为数值", "a formula: copy and paste it as a value");
        if (cell.getType() == CellType.ERROR)
            throw refused(at, "xlsx.error", "是错误值 %s；请改正", "an error value %s: correct it", cell.getRawValue());
        if (cell.getType() == CellType.BOOLEAN)
            return new Cell(
                    "1".equals(cell.getRawValue()) || "true".equalsIgnoreCase(cell.getRawValue()) ? "yes" : "no",
                    false);
        if (cell.getType() == CellType.NUMBER) return number(cell, at);

        var text = cell.getText().strip();
        if (text.length() > MOST_LETTERS)
            throw refused(at, "sheet.letters", "一格超过 %d 个字符", "a cell of more than %d characters", MOST_LETTERS);
        return text.isEmpty() ? null : new Cell(text, false);
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell, Place at) {
        var raw = String.valueOf(cell.getRawValue()).strip();
        if (!RAW.matcher(raw).matches())
            throw refused(at, "sheet.number", "不是数：%s", "not a number: %s", Decimals.shortened(raw));

        var number = new BigDecimal(raw).round(KEPT);
        if (Math.abs((long) number.precision() - number.scale()) > Decimals.WHOLE_DIGITS && number.signum() != 0)
            throw refused(at, "sheet.digits", "数字超出范围：%s", "the number is out of range: %s", Decimals.shortened(raw));
        var format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        if (format.endsWith("%")) return new Cell(plain(number.movePointRight(2)), true);
        if (DATE.matcher(format).matches() && number.scale() <= 0 && number.signum() > 0)
            return new Cell(DAY_ZERO.plusDays(number.longValueExact()).toString(), false);
        return new Cell(plain(number), false);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private interface Work<T> {
        T of(ReadableWorkbook book) throws IOException;
    }

    private <T> T with(Work<T> work) {
        try (var book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            return work.of(book);
        } catch (ExcelReaderException | UncheckedIOException | IOException | IndexOutOfBoundsException broken) {
            throw refused(
                    place,
                    "xlsx.xml",
                    "工作簿内容不合规范，请用 Excel 或 WPS 另存为 xlsx",
                    "the workbook is malformed inside: save it anew as xlsx");
        }
    }
}
