package pingheng.database;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.problem.Refused;

class EmbeddedPostgresTest {
    private static Path above = Path.of("");
    private static Path folder = above;
    private static EmbeddedPostgres postgres;

    @TempDir
    private Path temp = Path.of("");

    @BeforeAll
    static void aServer(@TempDir Path given) throws IOException {
        above = Ground.open(given);
        folder = Ground.open(above.resolve("data"));
        postgres = EmbeddedPostgres.start(folder);
        Schema.bringUpToDate(postgres.database());
    }

    @AfterAll
    static void isStopped() throws IOException, InterruptedException {
        postgres.close();
        assertThat(Ground.left(folder, 10)).isEmpty();
    }

    @Test
    void whatIsCommittedIsOnTheDiskWhateverAFileSays() throws IOException, SQLException {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes"))
            Ground.tell(postgres.database(), superuser(), "alter system set " + setting + " = off");

        restart();

        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show full_page_writes")).isEqualTo("on");
        assertThat(ask("show data_checksums")).isEqualTo("on");
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() throws IOException, SQLException {
        owner("create table kept (word text)");
        owner("insert into kept values ('平衡')");

        restart();

        assertThat(ask("select word from kept")).isEqualTo("平衡");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set zh = ''",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "delete from ledger_head",
                "update submission set digest = ''",
                "drop table ledger_entry",
                "alter table ledger_entry add column extra text",
                "create table extra (a int)",
                "create schema extra",
                "create temporary table extra as select pg_read_file('/etc/hostname')",
                "set role pingheng_owner"
            })
    void theAppMayNot(String sql) {
        assertThatThrownBy(() ->
                        Ground.tell(postgres.database(), postgres.database().app(), sql))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void onlyTheAccountReadsTheSecrets() throws IOException {
        for (var role : Secrets.ALL)
            Files.setPosixFilePermissions(folder.resolve("secrets").resolve(role), fromString("rw-r--r--"));
        Files.setPosixFilePermissions(folder.resolve("secrets"), fromString("rwxr-xr-x"));

        restart();

        for (var role : Secrets.ALL) {
            var secret = folder.resolve("secrets").resolve(role);
            assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(fromString("rw-------"));
            assertThat(postgres.database().toString()).doesNotContain(Files.readString(secret));
        }
    }

    @Test
    void anotherSecretIsToldAtOnce() throws IOException {
        var file = folder.resolve("secrets/postgres");
        var secret = Files.readString(file);
        postgres.close();
        Files.writeString(file, "another");

        refuses("is not the password of the database");

        Files.writeString(file, secret);
        postgres = EmbeddedPostgres.start(folder);
    }

    @Test
    void twoCannotWorkOnOneFolder() {
        refuses("another Pingheng works on this data folder");
    }

    @Test
    void aServerThatIsKilledIsNoticedAndNothingIsLost() throws Exception {
        var lost = new CountDownLatch(1);
        postgres.whenLost(lost::countDown);
        owner("create table survived (number int)");
        owner("insert into survived values (7)");

        ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();

        assertThat(lost.await(10, SECONDS)).isTrue();
        restart();
        assertThat(ask("select number from survived")).isEqualTo("7");
    }

    @Test
    void aServerThatIsStoppedIsNotCalledLost() throws Exception {
        var lost = new CountDownLatch(1);
        var ended = ProcessHandle.of(postgres.pid()).orElseThrow().onExit();
        postgres.whenLost(lost::countDown);

        restart();

        assertThat(ended.get(10, SECONDS)).isNotNull();
        assertThat(lost.getCount()).isEqualTo(1);
    }

    @Test
    void aStrangerWithTheNumberOfTheKilledServerDoesNotMatter() throws Exception {
        var pidFile = folder.resolve("database/postmaster.pid");
        var noted = Files.readAllLines(pidFile);
        var account = Account.current().owning(folder.resolve("database"));
        postgres.close();
        var stranger = new ProcessBuilder(account.command(List.of("sleep", "600"))).start();
        try {
            noted.set(0, String.valueOf(stranger.pid()));
            Files.write(pidFile, noted);
            Files.setAttribute(pidFile, "unix:uid", account.number(), LinkOption.NOFOLLOW_LINKS);

            postgres = EmbeddedPostgres.start(folder);

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aServerLeftBehindIsEndedFirst() throws Exception {
        postgres.close();
        var account = Account.current().owning(folder.resolve("database"));
        var cluster = new Cluster(folder.toRealPath(), Binaries.below(folder), account);
        var left = cluster.server(ServerProcess.freePort()).start();
        for (int looks = 0; looks < 200 && cluster.pidFile().server().isEmpty(); looks++) Thread.sleep(50);
        assertThat(cluster.pidFile().server())
                .as(Files.readString(cluster.log()))
                .isPresent();

        postgres = EmbeddedPostgres.start(folder);

        assertThat(left.isAlive()).isFalse();
        assertThat(postgres.pid()).isNotEqualTo(left.pid());
    }

    @Test
    void whatAKilledProgramWasMakingIsSweptAway() throws IOException {
        Files.createDirectories(folder.resolve("draft-123/base"));
        Files.writeString(folder.resolve("draft-123/base/1"), "half");

        restart();

        assertThat(folder.resolve("draft-123")).doesNotExist();
    }

    @Test
    void aFolderThatIsHalfRestoredIsRefused() throws IOException {
        DataFolder.restoring(temp);

        assertThatThrownBy(() -> EmbeddedPostgres.start(temp))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("a restore did not come to its end here");
    }

    /** Below a home that nobody else may enter, the lowered account cannot work. */
    @Test
    void belowAClosedFolderTheDatabaseOfRootLiesElsewhereForGood() throws IOException, SQLException {
        assumeThat(Ground.isRoot()).isTrue();
        Ground.open(temp);
        var system = temp.resolve("system");
        var home = temp.resolve("home");
        var closed = Files.createDirectories(home.resolve("data"));
        Files.setPosixFilePermissions(home, fromString("rwx------"));

        try (var first = EmbeddedPostgres.start(closed, system)) {
            Ground.tell(first.database(), first.database().owner(), "create table here as select 1 as one");
            assertThat(first.elsewhere())
                    .hasValueSatisfying(place -> assertThat(place.getParent()).isEqualTo(system));
            assertThat(closed.resolve("secrets/postgres")).isRegularFile();
            assertThat(Modes.tooOpen(closed)).isEmpty();

            var copy = Files.createDirectories(temp.resolve("copy"));
            Files.copy(closed.resolve("database.at"), copy.resolve("database.at"));
            assertThatThrownBy(() -> EmbeddedPostgres.start(copy, system)).hasMessageContaining("another Pingheng");
        }
        Ground.open(home);
        try (var again = EmbeddedPostgres.start(closed, system)) {
            assertThat(Ground.ask(again.database(), again.database().owner(), "select one from here"))
                    .containsExactly("1");
            Files.move(again.elsewhere().orElseThrow(), temp.resolve("moved"));
        }
        assertThatThrownBy(() -> EmbeddedPostgres.start(closed, system)).hasMessageContaining("put it back");
    }

    @Test
    void aDatabaseThatItsAccountCannotEnterAnyMoreIsNotBegunAnew() throws IOException {
        assumeThat(Ground.isRoot()).isTrue();
        postgres.close();
        Files.setPosixFilePermissions(above, fromString("rwx------"));

        refuses("the account of the database cannot enter this folder");

        Ground.open(above);
        postgres = EmbeddedPostgres.start(folder);
    }

    private static void restart() throws IOException {
        postgres.close();
        postgres = EmbeddedPostgres.start(folder);
    }

    private static void refuses(String sentence) {
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(sentence);
    }

    private static void owner(String sql) throws SQLException {
        Ground.tell(postgres.database(), postgres.database().owner(), sql);
    }

    private static String ask(String sql) throws SQLException {
        return Ground.ask(postgres.database(), postgres.database().owner(), sql).getFirst();
    }

    private static Database.Login superuser() {
        return Superuser.of(folder);
    }
}
