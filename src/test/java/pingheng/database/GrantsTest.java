package pingheng.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pingheng.app.App;

/**
 * What the login of the program may do with each table, in a golden file; whatever it may change or remove rows of has a reason beside
 * it. On all others it tries, and PostgreSQL refuses.
 */
class GrantsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/pingheng/grants.golden.txt");

    private static final String HEAD = """
            程序的登录名对每张表的权限；可以更改的，下面写明理由。 What the program's login may do with each table; where it may change rows, why.
            重写 To write it anew: ./mvnw test -Dtest=GrantsTest -Dgolden=write

            """;

    private static Rights rights() throws SQLException {
        return Rights.of(App.shared().database());
    }

    private static String told(Rights.Table table) {
        var why = Schema.MAY_CHANGE.get(table.name());
        return table.told() + (why == null ? "\n" : "\n    " + why + "\n");
    }

    @Test
    void theProgramMayWhatTheGoldenFileSays() throws IOException, SQLException {
        var told = rights().tables().stream().map(GrantsTest::told).collect(Collectors.joining("", HEAD, ""));
        if ("write".equals(System.getProperty("golden"))) Files.writeString(GOLDEN, told);

        assertThat(told).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void whatCanBeChangedHasAReasonAndNothingElse() throws SQLException {
        assertThat(rights().tables().stream().filter(Rights.Table::changes).map(Rights.Table::name))
                .containsExactlyElementsOf(Schema.MAY_CHANGE.keySet());
        assertThat(Schema.MAY_CHANGE.values()).noneMatch(String::isBlank);
        assertThat(rights().sequences()).isEmpty();
    }

    @Test
    void postgresRefusesEveryOtherChange() throws SQLException {
        assertThat(rights().triesToChangeWhatCounts()).isGreaterThan(300);
    }

    @Test
    void aRightThatIsGrantedToEverybodyIsSeen() throws SQLException {
        var database = App.shared().database();
        try (var connection = Ground.connection(database, database.owner());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("grant update (place) on released_unit to public");

            assertThat(Rights.seen(database, connection).tables())
                    .filteredOn(Rights.Table::changes)
                    .extracting(Rights.Table::told)
                    .contains("released_unit  select, insert, update (place)");
            connection.rollback();
        }
    }
}
