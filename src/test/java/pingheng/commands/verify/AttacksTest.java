package pingheng.commands.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.check.Mismatch;
import pingheng.check.Mismatch.Kind;
import pingheng.check.Mismatches;
import pingheng.commands.backup.Restoration;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.Schema;
import pingheng.database.Sql;
import pingheng.files.Vault;
import pingheng.ledger.Chain;
import pingheng.ledger.Rewritten;
import pingheng.submission.check.Receipt;
import pingheng.value.UnitCode;

/**
 * What somebody with the rights of the owner changes in a year that was played and released, at three depths: (a) the row, (b) the row and
 * every digest of it, (c) all that and the ledger with its chains. Each is planted and rolled back.
 */
class AttacksTest {
    private static final long MOST = 1000;

    private static EmbeddedPostgres postgres;
    private static Connection connection;
    private static Path files;
    private static Vault vault;
    private static Receipt receipt;

    /** The digest of other bytes, which lie in the vault. */
    private static String altered = "";

    /** What is changed: the row, how it is named at (a), and whether a receipt of the submission names it at (c). */
    enum Attack {
        FIGURE("""
                update figure_version set written = '31415', value = 31415
                 where (round, unit, figure, member, period, version) =
                       (select round, unit, figure, member, period, version from figure_version
                         where unit = '440113' and round = (select id from round where code = 'GD-2019')
                         order by figure, member, period limit 1)
                """, Kind.CHANGED, true),
        STATEMENT("""
                update answer set statement = statement || '。'
                 where unit = '440113' and round = (select id from round where code = 'GD-2019')
                """, Kind.CHANGED, true),
        EVIDENCE("""
                update evidence set sha256 = :altered
                 where id = (select min(e.id)
                               from evidence e
                               join citation_version c on c.evidence = e.id
                              where e.unit = '440113' and e.round = (select id from round where code = 'GD-2019'))
                """, Kind.CHANGED, true),
        DECISION("""
                update judgement set reason = reason || '。'
                 where unit = '440113' and layer = 'province' and round = (select id from round where code = 'GD-2019')
                """, Kind.JUDGED, false),
        FINDING("update site_finding set text = text || '。'", Kind.JUDGED, false),
        BALLOT("""
                update deliberation_mark set mark = case when mark > 0 then mark - 0.5 else mark + 0.5 end
                 where not recused and unit = '440113'
                """, Kind.JUDGED, false),
        RESULT("update release set result = replace(result, '\"zh\":\"', '\"zh\":\"。')", Kind.RELEASED, false);

        private final String planted;
        private final Kind named;
        private final boolean onTheReceipt;

        Attack(String planted, Kind named, boolean onTheReceipt) {
            this.planted = planted;
            this.named = named;
            this.onTheReceipt = onTheReceipt;
        }
    }

    @BeforeAll
    static void aYearThatWasReleased(@TempDir Path temp) throws IOException, SQLException {
        var backup = Fixture.unpacked("backup-287939b", temp).resolve("2019.backup");
        var data = temp.resolve("data");
        Files.createDirectory(data);
        Restoration.restoreAsItIs(backup, data, null);
        postgres = EmbeddedPostgres.start(data);
        Schema.bringUpToDate(postgres.database());
        files = data.resolve("files");
        vault = new Vault(files);
        var owner = postgres.database().owner();
        connection = DriverManager.getConnection(postgres.database().url(), owner.user(), owner.password());
        connection.setAutoCommit(false);
        receipt = Papers.receipt(db(), "GD-2019");
        altered = vault.put(new ByteArrayInputStream("altered".getBytes(UTF_8)), MOST)
                .sha256();
        assertThat(named()).as("before anything is planted").isEmpty();
        assertThat(namedByTheReceipt()).isEmpty();
    }

    @AfterAll
    static void isStopped() throws IOException, SQLException {
        connection.close();
        postgres.close();
    }

    @AfterEach
    void nothingStays() throws SQLException {
        connection.rollback();
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatWasChangedIsNamed(Attack attack) {
        plant(attack.planted);
        assertThat(named()).extracting(Mismatch::kind).contains(attack.named);
    }

    @ParameterizedTest
    @EnumSource
    void soItIsWithEveryDigestOfIt(Attack attack) {
        plant(attack.planted);
        assertThat(new Forger(db(), vault).forge(false))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.row()).contains("ledger"));
    }

    @ParameterizedTest
    @EnumSource
    void withTheLedgerMadeAnewTheReceiptAloneNamesWhatItCovers(Attack attack) {
        plant(attack.planted);
        assertThat(new Forger(db(), vault).forge(true)).isEmpty();
        var paper = namedByTheReceipt();
        if (attack.onTheReceipt)
            assertThat(paper)
                    .extracting(Mismatch::row)
                    .anyMatch(row -> row.endsWith("D2"))
                    .anyMatch(row -> row.endsWith("hash"));
        assertThat(paper).allSatisfy(one -> assertThat(one.kind()).isEqualTo(Kind.RECEIPT));
    }

    @Test
    void aReleasedPlaceIsNamedInTheRowsAndInTheRanking() {
        plant("update released_unit set place = place + 1 where unit = '440113'");
        assertThat(named())
                .singleElement()
                .satisfies(
                        one -> assertThat(one.told().zh()).contains("发布与意见书", "440113", "released_unit", "应为", "实为"));
        plant("update release set ranking = replace(ranking, '440113,', '440199,')");
        assertThat(named())
                .hasSizeGreaterThan(1)
                .allSatisfy(one -> assertThat(one.kind()).isEqualTo(Kind.RELEASED));
    }

    @Test
    void theTailOfAChainThatWasCutOffIsNamedByItsNotedEndAndByTheReceipt() {
        plant("delete from ledger_entry where unit = '440113' and number >= " + entry().number());
        assertThat(named()).extracting(Mismatch::kind).contains(Kind.LEDGER);
        Rewritten.chain(db(), Chain.of(new UnitCode("440113")));
        assertThat(named()).isNotEmpty().allSatisfy(one -> assertThat(one.row()).contains("ledger"));
        assertThat(namedByTheReceipt())
                .extracting(Mismatch::row)
                .contains("ledger_entry 440113#" + entry().number() + " hash");
    }

    @Test
    void aChainWhoseEndIsNotNotedIsNamed() {
        plant("delete from ledger_head where unit = '440113'");
        assertThat(named()).extracting(Mismatch::kind).containsOnly(Kind.LEDGER);
    }

    @Test
    void anEntryLeftOutOfTheMiddleIsNamedByItsNumber() {
        plant("delete from ledger_entry where unit = '440113' and number = 2");
        assertThat(named()).extracting(Mismatch::row).contains("ledger_entry 440113#2 number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update duty_current set contact = null where contact is not null and unit = '440113'",
                "delete from milestone_current where unit = '' and stage <> 'submission'",
                "update appointment_current set until = since",
                "update body_version set short_name = short_name || '。' where division = '440113'",
                "update visit_inspector_version set sent = false",
                "insert into obligation_current select round, unit, body, 'contact' from duty_current limit 1 on conflict do nothing"
            })
    void whatCountsTodayIsHeldAgainstItsVersions(String planted) {
        plant(planted);
        assertThat(named())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.row()).matches("[a-z_]+_current .*"))
                .extracting(Mismatch::kind)
                .containsOnly(Kind.CURRENT);
    }

    @Test
    void whoMayChangeWhatIsOnlyAddedToIsNamed() throws SQLException {
        try (var grant = connection.createStatement()) {
            grant.execute("grant update (name) on released_unit to public");
        }
        assertThat(named())
                .singleElement()
                .satisfies(one -> assertThat(one.told().en()).contains("rights", "released_unit", "public update"));
    }

    @Test
    void bytesThatWereAlteredOrLostAreNamedWithTheirRow() throws IOException {
        var sha256 = db().sql("select min(sha256) as sha256 from evidence").single(row -> row.text("sha256"));
        var file = files.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
        var bytes = Files.readAllBytes(file);
        try {
            var other = bytes.clone();
            other[0]++;
            Files.write(file, other);
            assertThat(named()).isNotEmpty().allSatisfy(one -> {
                assertThat(one.kind()).isEqualTo(Kind.FILE);
                assertThat(one.expected()).isEqualTo(sha256);
                assertThat(one.found()).matches("[0-9a-f]{64}");
            });
            Files.delete(file);
            assertThat(named()).isNotEmpty().extracting(Mismatch::found).containsOnly(Mismatches.NONE);
        } finally {
            Files.write(file, bytes);
        }
    }

    private static Receipt.Entry entry() {
        var entry = receipt.entry();
        if (entry == null) throw new IllegalStateException("no entry");
        return entry;
    }

    private static void plant(String sql) {
        assertThat(db().sql(sql).with("altered", altered).update())
                .as("rows changed")
                .isGreaterThan(0);
    }

    private static List<Mismatch> named() {
        return Checks.run(db(), vault, new Checks.Held(null, null)).found();
    }

    private static List<Mismatch> namedByTheReceipt() {
        return Checks.run(db(), vault, new Checks.Held(new HeldPaper.OfSubmission(receipt), null))
                .found();
    }

    private static Sql db() {
        return Sql.on(connection);
    }
}
