package pingheng.sheet;

import static pingheng.sheet.Source.refused;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;
import pingheng.problem.Finding;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.sheet.zip.Budget;
import pingheng.text.Excerpt;
import pingheng.text.Folding;

/**
 * A sheet of an xlsx workbook, checked before it is read; numbers come from their raw text, at 15 significant digits. The library
 * that reads the cells breaks in many ways on bytes that no spreadsheet writes: whatever it throws means malformed.
 */
record Workbook(Path file, Place place, WorkbookCheck.Checked checked, String sheet) implements Source {
    /** What a spreadsheet keeps of a number; the rest is noise of its binary form. */
    private static final MathContext KEPT = new MathContext(15);

    private static final Pattern RAW = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

    /** What is called xlsx is one unless it is plainly text. A file that cannot be opened is told as such by whoever reads it. */
    static boolean is(Path file) {
        try {
            return WorkbookCheck.looksLikeOne(file)
                    || file.toString().endsWith(".xlsx")
                            && !new TextFile(file, Place.file(file.toString())).looksLikeOne();
        } catch (IOException _) {
            return false;
        }
    }

    /** Checks the workbook; throws Refused. It is read by its first sheet. */
    static Workbook open(Path file, Place place, Budget left) {
        var checked = WorkbookCheck.check(file, place, left);
        return new Workbook(
                file, place, checked, checked.sheets().keySet().iterator().next());
    }

    /** The same workbook, to read the sheet called like the table, if it has one. */
    Optional<Source> sheet(String table) {
        return checked.sheets().keySet().stream()
                .filter(name -> name.strip().equalsIgnoreCase(table))
                .map(name -> (Source) named(name))
                .findFirst();
    }

    /** Whether the file is the table of that name, read by its first sheet. */
    boolean isFile(String table) {
        var name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.')).equals(table);
    }

    /** One sheet while its workbook is open. */
    record Opened(Workbook sheet, ReadableWorkbook book) {
        Place place() {
            return sheet.place;
        }

        SheetCheck.Found found() {
            return sheet.found();
        }

        /** Merged cells are no trouble: all of a range but the first cell are empty. */
        void asMerged(Taker taker) {
            refuse(found().troubles());
            sheet.read(book, taker);
        }
    }

    /** Opens the workbook once and hands over its sheets in their order, until one of them is the right one. */
    void sheets(Predicate<Opened> right) {
        opened(book -> {
            for (var name : checked.sheets().keySet()) if (right.test(new Opened(named(name), book))) return;
        });
    }

    @Override
    public Hidden hidden() {
        return new Hidden(place, found().hidden(), found().hiddenColumns(), found().unseen());
    }

    @Override
    public void rows(Taker taker) {
        var wrong = new ArrayList<>(found().whyMerged());
        wrong.addAll(found().troubles());
        refuse(wrong);
        opened(book -> read(book, taker));
    }

    private void opened(Consumer<ReadableWorkbook> reading) {
        // where there are no styles, none are asked for
        var options = new ReadingOptions(checked.styles(), true);
        try (var book = trusted(() -> new ReadableWorkbook(file.toFile(), options))) {
            reading.accept(book);
        } catch (IOException broken) {
            throw WorkbookCheck.malformed(place);
        }
    }

    private void read(ReadableWorkbook book, Taker taker) {
        try (var stream = trusted(() -> book.findSheet(sheet).orElseThrow().openStream())) {
            var rows = stream.iterator();
            int last = 0;
            for (var row = next(rows, 0, book); row != null; row = next(rows, last, book)) {
                last = row.number();
                taker.take(last, row.cells());
                if (taker.enough()) return;
            }
        }
    }

    SheetCheck.Found found() {
        return checked.sheets().getOrDefault(sheet, SheetCheck.Found.NOTHING);
    }

    private Workbook named(String name) {
        return new Workbook(file, place.row(0).sheet(name), checked, name);
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) throw new Refused(findings, findings.size());
    }

    private record Line(int number, List<@Nullable SheetCell> cells) {}

    private @Nullable Line next(Iterator<org.dhatim.fastexcel.reader.Row> rows, int last, ReadableWorkbook book) {
        return this.<@Nullable Line>trusted(() -> {
            if (!rows.hasNext()) return null;
            var row = rows.next();
            int number = Math.max(row.getRowNum(), last + 1);
            var cells = new ArrayList<@Nullable SheetCell>(row.getCellCount());
            for (int i = 0; i < row.getCellCount(); i++)
                cells.add(cell(number, row.getOptionalCell(i).orElse(null), book.isDate1904()));
            return new Line(number, cells);
        });
    }

    private @Nullable SheetCell cell(int row, org.dhatim.fastexcel.reader.@Nullable Cell cell, boolean from1904) {
        if (cell == null) return null;
        return switch (cell.getType()) {
            case EMPTY -> null;
            case NUMBER -> number(cell, from1904);
            case BOOLEAN -> new SheetCell("1".equals(cell.getRawValue()) ? "yes" : "no", false);
            case ERROR ->
                throw refused(
                        place.row(row).column(cell.getAddress().toString()),
                        "sheet.number",
                        "不是数：%s；请只填数字",
                        "not a number: %s; write digits only",
                        Excerpt.of(String.valueOf(cell.getRawValue())));
            // the check has refused every formula: what is left of this type is a plain text
            case STRING, FORMULA -> text(row, cell.getText());
        };
    }

    private @Nullable SheetCell text(int row, String written) {
        var text = Folding.text(written).strip();
        if (text.length() > MOST_LETTERS)
            throw refused(
                    place.row(row),
                    "sheet.letters",
                    "一格超过 %d 个字符，请缩短",
                    "a cell of more than %d characters: shorten it",
                    MOST_LETTERS);
        return text.isEmpty() ? null : new SheetCell(text, false);
    }

    /** A number that is out of all range stays as it is written, and is refused where a number is wanted. */
    private static SheetCell number(org.dhatim.fastexcel.reader.Cell cell, boolean from1904) {
        var raw = String.valueOf(cell.getRawValue()).strip();
        if (!RAW.matcher(raw).matches()) return new SheetCell(raw, false);

        var number = new BigDecimal(raw).round(KEPT);
        int whole = number.precision() - number.scale();
        if (number.signum() != 0 && (whole > Decimals.WHOLE_DIGITS || whole < -Decimals.WHOLE_DIGITS))
            return new SheetCell(raw, false, raw, whole > KEPT.getPrecision());

        var format = CellFormat.of(cell.getDataFormatId(), cell.getDataFormatString());
        var read = format.cell(number, from1904);
        var shown = format == CellFormat.NUMBER ? CellFormat.shown(number, cell.getDataFormatString()) : read.text();
        return new SheetCell(read.text(), read.percent(), shown, number.signum() != 0 && whole > KEPT.getPrecision());
    }

    private interface Reading<T extends @Nullable Object> {
        T read() throws IOException;
    }

    private <T extends @Nullable Object> T trusted(Reading<T> reading) {
        try {
            return reading.read();
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            throw WorkbookCheck.malformed(place);
        }
    }
}
