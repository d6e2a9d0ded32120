package pingheng.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pingheng.app.App;
import pingheng.duty.Duty;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlTest {
    private Connection connection;
    private Sql db;

    @BeforeAll
    void open() throws SQLException {
        var database = App.shared().database();
        connection = DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
        db = Sql.on(connection);
        db.sql("create temporary table kept (name text, at timestamptz, day date, mark numeric, amount bigint)")
                .update();
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void whatIsBoundIsReadBackEqual() {
        var at = Instant.parse("2020-09-10T15:59:59.999999Z");
        var day = LocalDate.of(2020, 2, 29);
        var written = db.sql("insert into kept values (:name, :at, :day, :mark, :amount)")
                .with("name", "'; drop table kept; -- 一'\\", "at", at, "day", day)
                .with("mark", new BigDecimal("0.10"), "amount", Long.MAX_VALUE)
                .updated();

        assertThat(written).isTrue();
        var found = db.sql("select name, at, day, mark, amount from kept where at = :at")
                .with("at", at)
                .single(row -> List.of(
                        row.text("name"),
                        row.instant("at"),
                        row.date("day"),
                        row.decimal("mark"),
                        row.number("amount")));
        assertThat(found)
                .containsExactly("'; drop table kept; -- 一'\\", at, day, new BigDecimal("0.10"), Long.MAX_VALUE);
    }

    @Test
    void oneOfAClosedListIsKeptAsItsCode() {
        var asked = db.sql("select :part::text as part, 'LEAD' as other").with("part", Duty.Part.LEAD);

        assertThat(asked.<List<Object>>single(row -> List.of(row.text("part"), row.coded("part", Duty.Part.class))))
                .containsExactly("lead", Duty.Part.LEAD);
        assertThatThrownBy(() -> asked.single(row -> row.coded("other", Duty.Part.class)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEmptyColumnIsSaidToBeEmptyAndNeverZero() {
        var empty = "select null::text as name, null::int as count, null::boolean as flag, null::timestamptz as at";

        boolean none = db.sql(empty)
                .single(row -> row.textOrNull("name") == null
                        && row.integerOrNull("count") == null
                        && row.numberOrNull("count") == null
                        && row.decimalOrNull("count") == null
                        && row.instantOrNull("at") == null
                        && row.dateOrNull("at") == null);
        assertThat(none).isTrue();
        for (Sql.Mapper<Object> reader : List.<Sql.Mapper<Object>>of(
                row -> row.text("name"),
                row -> row.integer("count"),
                row -> row.number("count"),
                row -> row.decimal("count"),
                row -> row.flag("flag"),
                row -> row.instant("at"),
                row -> row.date("at")))
            assertThatThrownBy(() -> db.sql(empty).single(reader))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is empty");
    }

    @Test
    void rowsAreGroupedInTheOrderOfTheStatement() {
        var rows = "select * from (values ('b', 1), ('a', 2), ('b', 3)) as given (name, number)";

        assertThat(db.sql(rows).grouped(row -> row.text("name"), row -> row.integer("number")))
                .containsExactly(Map.entry("b", List.of(1, 3)), Map.entry("a", List.of(2)));
        assertThat(db.sql(rows).map(row -> row.text("name"), row -> row.integer("number")))
                .containsExactly(Map.entry("b", 3), Map.entry("a", 2));
        assertThat(db.sql(rows).set(row -> row.text("name"))).containsExactly("b", "a");
    }

    @Test
    void aParameterWithoutAValueAndARowTooManyAreFaults() {
        assertThatThrownBy(() -> db.sql("select 1").with("round", 1, "unit"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        db.sql("insert into kept (name) values ('一'), ('二')").updated())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 rows");
    }
}
