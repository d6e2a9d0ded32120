package pingheng.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;

/** How rows become records. */
public final class Rows {
    private Rows() {}

    /** By the names of the columns; every row is a record, none is null. */
    public static <T> RowMapper<T> as(Class<T> record) {
        return new SimplePropertyRowMapper<>(record);
    }

    /** The first column of a row as text. */
    public static String text(ResultSet row, int number) throws SQLException {
        return row.getString(1);
    }
}
