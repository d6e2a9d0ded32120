package pingheng.database;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pingheng.text.Coded;
import pingheng.value.Code;
import pingheng.value.Id;
import pingheng.value.number.Score;
import pingheng.value.number.Version;

/** A row of an answer, read by the names of its columns. A column that may be empty is asked for by the method that says so. */
public final class Row {
    private final ResultSet row;

    Row(ResultSet row) {
        this.row = row;
    }

    public String text(String column) throws SQLException {
        return given(row.getString(column), column);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return row.getString(column);
    }

    /** One of a closed list, by its code; a code that is not in it is a fault of what was stored. */
    public <E extends Enum<E> & Coded> E coded(String column, Class<E> type) throws SQLException {
        var code = text(column);
        return Coded.of(type, code)
                .orElseThrow(() -> new IllegalStateException("no " + type.getName() + " has the code " + code));
    }

    public Version version(String column) throws SQLException {
        return new Version(integer(column));
    }

    /** A count, a place. */
    public int integer(String column) throws SQLException {
        return given(integerOrNull(column), column);
    }

    public @Nullable Integer integerOrNull(String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** The number of another row, or a size in bytes. */
    public long number(String column) throws SQLException {
        return given(numberOrNull(column), column);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** What a row is named by. */
    public <T extends Id> T id(String column, LongFunction<T> of) throws SQLException {
        return of.apply(number(column));
    }

    public <T extends Id> @Nullable T idOrNull(String column, LongFunction<T> of) throws SQLException {
        var number = numberOrNull(column);
        return number == null ? null : of.apply(number);
    }

    /** What people name a thing by. */
    public <T extends Code> T code(String column, Function<String, T> of) throws SQLException {
        return of.apply(text(column));
    }

    /** What has no code is kept as nothing or, where a key needs a text, as the empty one. */
    public <T extends Code> @Nullable T codeOrNull(String column, Function<String, T> of) throws SQLException {
        var text = textOrNull(column);
        return text == null || text.isEmpty() ? null : of.apply(text);
    }

    /** Several that an array holds. */
    public <T extends Code> List<T> codes(String column, Function<String, T> of) throws SQLException {
        return Stream.of((String[]) given(row.getArray(column), column).getArray())
                .map(of)
                .toList();
    }

    /** An exact decimal, with the digits after the point that it was stored with. */
    public BigDecimal decimal(String column) throws SQLException {
        return given(row.getBigDecimal(column), column);
    }

    public @Nullable BigDecimal decimalOrNull(String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    public boolean flag(String column) throws SQLException {
        boolean value = row.getBoolean(column);
        return given(row.wasNull() ? null : value, column);
    }

    /** A score that somebody gave or claims. */
    public @Nullable Score scoreOrNull(String column) throws SQLException {
        return Score.orNull(decimalOrNull(column));
    }

    /** A moment, to the microsecond. */
    public Instant instant(String column) throws SQLException {
        return given(instantOrNull(column), column);
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public LocalDate date(String column) throws SQLException {
        return given(dateOrNull(column), column);
    }

    public @Nullable LocalDate dateOrNull(String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public byte[] bytes(String column) throws SQLException {
        return given(row.getBytes(column), column);
    }

    /** The only column of an answer that is one text. */
    public String onlyText() throws SQLException {
        return given(row.getString(1), "1");
    }

    /** The only column of an answer that is one code. */
    public <T extends Code> T onlyCode(Function<String, T> of) throws SQLException {
        return of.apply(onlyText());
    }

    /** The only column of an answer that is one number. */
    public long onlyNumber() throws SQLException {
        long value = row.getLong(1);
        return given(row.wasNull() ? null : value, "1");
    }

    /** The only column of an answer that is yes or no. */
    public boolean onlyFlag() throws SQLException {
        boolean value = row.getBoolean(1);
        return given(row.wasNull() ? null : value, "1");
    }

    private static <T> T given(@Nullable T value, String column) {
        if (value == null) throw new IllegalStateException("the column " + column + " is empty");
        return value;
    }
}
