package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pingheng.problem.Findings;
import pingheng.sheet.Column;
import pingheng.sheet.OfficeTable;
import pingheng.sheet.SheetRow;
import pingheng.text.Folding;
import pingheng.text.Hostile;

/** Whatever stands in a column of any table of the house, it is read as what it shows, by every kind of value; nothing breaks. */
class ColumnsTest {
    private static final List<String> TEXTS =
            Hostile.texts().stream().filter(Folding::writable).toList();

    @Test
    void eachColumnOfEachTableIsReadAsWhatItShows() throws ReflectiveOperationException {
        var tables = tables();
        assertThat(tables).hasSizeGreaterThan(12);
        assertThat(TEXTS).hasSizeGreaterThan(200);
        for (var columns : tables)
            for (var column : columns)
                assertThat(wrong(columns, column, UnaryOperator.identity())).isEmpty();
    }

    @Test
    void aReaderThatLeavesAnInvisibleMarkIsSeen() throws ReflectiveOperationException {
        var columns = tables().getFirst();

        assertThat(wrong(columns, columns.getFirst(), text -> text.replace("甲", "甲\u200B")))
                .isNotEmpty();
    }

    private static List<String> wrong(List<Column> columns, Column column, UnaryOperator<String> breach) {
        var findings = new Findings();
        var rows = OfficeTable.read("hostile.csv", table(columns, column), columns, findings);
        if (findings.any()) return List.of(column.name() + ": " + findings.kept());
        var wrong = new ArrayList<String>();
        for (int i = 0; i < TEXTS.size(); i++) {
            var row = rows.get(i);
            var text = Folding.text(TEXTS.get(i)).strip();
            if (!breach.apply(row.text(column.name())).equals(text))
                wrong.add(column.name() + " " + escaped(TEXTS.get(i)) + " is read as "
                        + escaped(row.text(column.name())));
            if (!row.word(column.name()).equals(Folding.word(TEXTS.get(i))))
                wrong.add(column.name() + " " + escaped(TEXTS.get(i)) + " is the word "
                        + escaped(row.word(column.name())));
            if (!numbersAreNumbers(row, column.name()))
                wrong.add(column.name() + " " + escaped(TEXTS.get(i)) + " is another number when it is read again");
        }
        return wrong;
    }

    /** A number that is taken is the same number when it is written out and read again. */
    private static boolean numbersAreNumbers(SheetRow row, String column) {
        var number = row.decimal(column);
        if (number == null) return true;
        var again = SheetRow.typed(row.place(), java.util.Map.of(column, number.toPlainString()), new Findings())
                .decimal(column);
        return again != null && again.compareTo(number) == 0;
    }

    private static InputStream table(List<Column> columns, Column hostile) {
        var csv = new StringBuilder(
                columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(",")));
        for (var text : TEXTS)
            csv.append("\r\n")
                    .append(columns.stream()
                            .map(column -> quoted(column.equals(hostile) ? text : "1"))
                            .collect(Collectors.joining(",")));
        return new ByteArrayInputStream(csv.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(sign -> sign > 32 && sign < 127 ? Character.toString(sign) : "<%X>".formatted(sign))
                .limit(40)
                .collect(Collectors.joining());
    }

    /** All lists of columns that some class of the house keeps, of two columns or more. */
    @SuppressWarnings("unchecked")
    private static List<List<Column>> tables() throws ReflectiveOperationException {
        var tables = new ArrayList<List<Column>>();
        for (var type : Code.house())
            for (JavaField field : type.getFields()) {
                Field reflected = field.reflect();
                if (!reflected.getGenericType().getTypeName().equals("java.util.List<pingheng.sheet.Column>")
                        || !java.lang.reflect.Modifier.isStatic(reflected.getModifiers())) continue;
                reflected.setAccessible(true);
                var columns = (List<Column>) reflected.get(null);
                if (columns.size() > 1) tables.add(columns);
            }
        return tables;
    }
}
