package pingheng.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;

/** How rows become records. */
public final class Rows {
    private Rows() {}

    /** By the names of the columns; every row is a record, none is null. */
    public static <T> RowMapper<T> as(Class<T> record) {
        return new SimplePropertyRowMapper<>(record);
    }

    /** A moment, as the database takes it; null for none. */
    public static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /** A moment that a row always has. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The first column of a row as text. */
    public static String text(ResultSet row, int number) throws SQLException {
        return row.getString(1);
    }
}
