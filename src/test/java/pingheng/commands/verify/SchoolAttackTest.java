package pingheng.commands.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.check.Mismatch;
import pingheng.check.Mismatch.Kind;
import pingheng.database.Sql;
import pingheng.files.Vault;
import pingheng.submission.check.Receipt;

/** A value of a school that somebody with the rights of the owner changes after it was submitted, at the depths of {@link AttacksTest}. */
class SchoolAttackTest {
    private static final String PLANTED = """
            update school_value_version set value = value + 1
             where (unit, school, level, figure) =
                   (select unit, school, level, figure from school_value_version
                     where unit = '440113' and figure = 'equipment_value'
                     order by school, level
                     limit 1)
            """;

    private static App app;
    private static Connection connection;
    private static Receipt receipt;

    @BeforeAll
    static void aCountyThatHasSubmitted() throws SQLException {
        app = App.fresh();
        Carried.upTo(app, Carried.Step.SUBMITTED);
        var owner = app.database().owner();
        connection = DriverManager.getConnection(app.database().url(), owner.user(), owner.password());
        connection.setAutoCommit(false);
        receipt = Papers.receipt(db(), "GD-2020");
        assertThat(named(receipt)).isEmpty();
    }

    @AfterAll
    static void isStopped() throws SQLException {
        connection.close();
        app.close();
    }

    @BeforeEach
    void isPlanted() {
        assertThat(db().sql(PLANTED).update()).isEqualTo(1);
    }

    @AfterEach
    void nothingStays() throws SQLException {
        connection.rollback();
    }

    @Test
    void theRowIsNamedByItsTableAndByWhatWasSealed() {
        assertThat(named(null))
                .allSatisfy(one -> assertThat(one.kind()).isEqualTo(Kind.CHANGED))
                .extracting(Mismatch::row)
                .anyMatch(row -> row.startsWith("school_version, school_value_version GD-2020/1 line"))
                .anyMatch(row -> row.startsWith("frozen"));
    }

    @Test
    void withEveryDigestItIsNamedByTheLedger() {
        assertThat(new Forger(db(), vault()).forge(false))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.row()).contains("ledger"));
    }

    @Test
    void withTheLedgerMadeAnewItIsNamedByTheReceiptOfTheSubmission() {
        assertThat(new Forger(db(), vault()).forge(true)).isEmpty();
        assertThat(named(receipt))
                .allSatisfy(one -> assertThat(one.kind()).isEqualTo(Kind.RECEIPT))
                .extracting(Mismatch::row)
                .anyMatch(row -> row.endsWith("D2"))
                .anyMatch(row -> row.endsWith("hash"));
    }

    private static List<Mismatch> named(@Nullable Receipt paper) {
        return Checks.run(
                        db(), vault(), new Checks.Held(paper == null ? null : new HeldPaper.OfSubmission(paper), null))
                .found();
    }

    private static Vault vault() {
        return app.bean(Vault.class);
    }

    private static Sql db() {
        return Sql.on(connection);
    }
}
