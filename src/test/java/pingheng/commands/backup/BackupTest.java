package pingheng.commands.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import pingheng.commands.Pingheng;
import pingheng.database.Database;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.Modes;
import pingheng.database.Schema;
import pingheng.database.Sql;
import pingheng.database.Superuser;
import pingheng.files.Vault;
import pingheng.ledger.Actor;
import pingheng.ledger.Ledger;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.seal.SigningKey;
import pingheng.value.UnitCode;

/** A backup is taken of a server that runs and of one that does not, and comes back whole or not at all. */
class BackupTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-09-10T16:00:00Z"), ZoneOffset.UTC);
    private static final String FILE = "佐证材料";
    private static final String NAME = "1f90240856e9745e17f325e7347aafba688834634b9adf997c50791e68258c9e";

    private static Path data = Path.of("");
    private static Path backup = data;
    private static Path key = data;
    private static EmbeddedPostgres postgres;

    @TempDir
    private Path temp = Path.of("");

    @BeforeAll
    static void aBackupOfAServerThatRuns(@TempDir Path given) throws IOException, SQLException {
        data = open(open(given).resolve("data"));
        backup = given.resolve("one.backup");
        key = given.resolve("key/seal.key");
        postgres = EmbeddedPostgres.start(data);
        Schema.bringUpToDate(postgres.database());
        fill(postgres.database());
        new Vault(data.resolve("files")).put(new ByteArrayInputStream(FILE.getBytes(UTF_8)), 100);

        assertThat(run("backup", "--data", data, "--out", backup, "--seal-key", key))
                .startsWith("exit 0")
                .contains("已备份：10 行，1 个文件");
    }

    @AfterAll
    static void isStopped() throws IOException {
        postgres.close();
    }

    /** All that is hard to carry: nulls, tabs, other scripts, bytes, times, rows that refer to their own table, gaps in numbers. */
    private static void fill(Database database) throws SQLException {
        try (var connection = owner(database)) {
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            for (var sql : List.of(
                    """
                    insert into division (code, name, level, parent)
                    values ('440105', '海珠区', 'county', '440100'), ('440100', '广州市', 'city', '440000'),
                           ('440000', E'广东省\\t\\\\.\\n\\\\N', 'province', null)
                    """,
                    "insert into body_version (version, division, name, short_name, kind, town, in_group, at)"
                            + " values (1, '440105', '教育局', '教育', '', false, false, now()),"
                            + " (1, '440105', '', '', '', false, false, now())",
                    "delete from body_current where name = ''",
                    "delete from body_version where name = ''",
                    "insert into setup_link values (repeat('d', 64), timestamptz '2020-09-10 23:59:59.999999+08')",
                    "insert into framework (level, digest) values ('county', '" + "a".repeat(64) + "')",
                    "insert into framework_table values (1, 'points', '\\x00ff0a5c'::bytea)"))
                db.sql(sql).update();
            connection.setAutoCommit(false);
            Ledger.of(Sql.on(connection), CLOCK)
                    .record(
                            Actor.SYSTEM,
                            new UnitCode("440105"),
                            "round.opened",
                            "round/1",
                            new Sentence("开始", "begun"));
            connection.commit();
        }
    }

    @Test
    void whatIsRestoredIsEqualToTheByte() throws IOException {
        var copy = open(open(temp).resolve("copy"));

        assertThat(run("restore", backup, "--data", copy))
                .startsWith("exit 0")
                .contains("已恢复：10 行，1 个文件")
                .contains("every chain of the ledger holds");
        assertThat(Modes.tooOpen(copy)).isEmpty();

        assertThat(run("backup", "--data", copy, "--out", temp.resolve("two.backup"), "--seal-key", key))
                .startsWith("exit 0");
        assertThat(temp.resolve("two.backup")).hasSameBinaryContentAs(backup);
        assertThat(run("restore", backup, "--data", copy)).startsWith("exit 1").contains("this folder is not empty");
    }

    @Test
    void aRestoreThatFailsLeavesAnEmptyFolder() throws IOException {
        var copy = open(open(temp).resolve("copy"));
        var forged = temp.resolve("forged.backup");
        Forged.of(backup, forged, it -> it.replace(BackupManifest.NAME, "schema\t", "schema\t99"));

        assertThat(run("restore", forged, "--data", copy))
                .startsWith("exit 1")
                .contains("the data was written by a newer Pingheng");

        assertThat(copy).isEmptyDirectory();
    }

    @Test
    void aRestoreThatIsKilledLeavesWhatNobodyTakesForWhole() throws IOException {
        var copy = open(open(temp).resolve("copy"));
        EmbeddedPostgres.startRestoring(copy).close();

        assertThatThrownBy(() -> EmbeddedPostgres.start(copy))
                .hasMessageContaining("empty this folder and restore again");
        assertThat(run("restore", backup, "--data", copy)).contains("empty this folder and restore again");
        assertThat(run("backup", "--data", copy, "--out", temp.resolve("x"))).contains("empty this folder");
    }

    /** What a hostile hand may do to a backup that it can seal itself, and what is said. */
    static List<Arguments> forgeries() {
        return List.of(
                forged("does not fit the manifest", it -> it.remove("tables/division")),
                forged("does not fit the manifest", it -> it.remove("tables/urging")),
                forged("does not fit the manifest", it -> it.remove(BackupManifest.NAME)),
                forged("does not fit the manifest", it -> it.put("../../evil", new byte[1])),
                forged("does not fit the manifest", it -> it.put("/etc/evil", new byte[1])),
                forged("does not fit the manifest", it -> it.put("tables/evil", new byte[1])),
                forged("does not fit the manifest", it -> it.replace("tables/division", "海珠区", "越秀区")),
                forged("does not fit the manifest", it -> it.put("tables/urging", new byte[50 << 20])),
                forged("does not fit the manifest", it -> it.replace("files/" + NAME, FILE, "伪造材料")),
                forged(
                        "there is not enough room",
                        it -> it.replace(
                                BackupManifest.NAME, "table\turging\t0\t0", "table\turging\t0\t" + "9".repeat(17))),
                forged(
                        "not written by Pingheng",
                        it -> it.replace(BackupManifest.NAME, "table\turging", "table\t../urging")),
                forged(
                        "not written by Pingheng",
                        it -> it.replace(BackupManifest.NAME, "table\turging", "table\tround")),
                forged(
                        "not written by Pingheng",
                        it -> it.replace(BackupManifest.NAME, "pingheng-backup\t2", "pingheng-backup\t3")),
                forged("not written by Pingheng", it -> it.replace(BackupManifest.NAME, "file\t", "file\t../")),
                forged("not written by Pingheng", it -> it.put(BackupManifest.NAME, new byte[0])),
                forged(
                        "does not know the tables",
                        it -> it.replace(BackupManifest.NAME, "sequence\tbody_version_body_seq", "sequence\tevil_seq")),
                forged("written by a newer Pingheng", it -> it.replace(BackupManifest.NAME, "schema\t", "schema\t999")),
                forged("cannot be put back", it -> it.rewrite("division", "\t440100\t", "\t440199\t")),
                forged("cannot be put back", it -> it.rewrite("division", "county", "kingdom")),
                forged("cannot be put back", it -> it.rewrite("division", "\tcounty", "")),
                forged("cannot be put back", it -> it.rewrite("body_current", "教育局", "教\\x65局")),
                forged(
                        "chains of the ledger do not hold: 440105#1",
                        it -> it.rewrite("ledger_entry", "begun", "ended")));
    }

    private static Arguments forged(String sentence, Forged.Change change) {
        return Arguments.of(sentence, change);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void aForgedBackupIsRefused(String sentence, Forged.Change change) throws IOException, SQLException {
        var forged = temp.resolve("forged.backup");
        Forged.of(backup, forged, change);
        var empty = database("forged");

        assertThatThrownBy(() -> {
                    try (var archive = Archive.open(forged, temp)) {
                        Restoration.into(archive, empty, new Vault(temp.resolve("files")), CLOCK);
                    }
                })
                .isInstanceOf(Refused.class)
                .hasMessageContaining(sentence);

        assertThat(temp.resolve("files")).doesNotExist();
    }

    @Test
    void whateverByteIsChangedOrCutOffItIsSeenBeforeAnythingIsTouched() throws IOException {
        var bytes = Files.readAllBytes(backup);
        var random = new Random(18);
        for (int i = 0; i < 300; i++) {
            var changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            refusedAsChanged(changed);
            refusedAsChanged(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        }
        refusedAsChanged(Arrays.copyOf(bytes, bytes.length + 1));
        refusedAsChanged(FILE.getBytes(UTF_8));
    }

    private void refusedAsChanged(byte[] bytes) throws IOException {
        var file = Files.write(temp.resolve("changed.backup"), bytes);
        assertThatThrownBy(() -> Archive.open(file, temp))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is no whole backup of Pingheng");
    }

    @Test
    void bytesThatAreSealedButNoZipAreRefused() throws IOException {
        var file = Files.writeString(temp.resolve("sealed.backup"), FILE + TailDigest.OPEN);
        TailDigest.set(file);

        assertThatThrownBy(() -> Archive.open(file, temp)).hasMessageContaining("is no whole backup of Pingheng");
    }

    @Test
    void whatIsDamagedIsToldAndLeftOut() throws IOException, SQLException {
        var vault = new Vault(temp.resolve("files"));
        var stored = vault.put(new ByteArrayInputStream(FILE.getBytes(UTF_8)), 100);
        Files.writeString(
                temp.resolve("files/" + stored.sha256().substring(0, 2) + "/"
                        + stored.sha256().substring(2)),
                "x");
        var database = database("damaged");
        Schema.bringUpToDate(database);
        fill(database);
        try (var connection = owner(database)) {
            connection.createStatement().execute("update ledger_entry set en = 'ended'");
        }

        var written = Backup.write(database, vault, temp.resolve("out"), SigningKey.make(), CLOCK);

        assertThat(written.sound()).isFalse();
        assertThat(written.damaged()).containsExactly(stored.sha256());
        assertThat(written.broken()).containsExactly("440105#1");
        assertThat(written.manifest().files()).isEmpty();
    }

    @Test
    void aFileThatIsThereIsNotOverwrittenAndOnlyTheAccountReadsABackup() throws IOException {
        assertThat(run("backup", "--data", data, "--out", backup, "--seal-key", key))
                .startsWith("exit 1")
                .contains("choose another name");
        assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (var beside = Files.list(backup.resolveSibling(".").normalize())) {
            assertThat(beside).allMatch(path -> !path.toString().endsWith(".part"));
        }
    }

    @Test
    void whereThereIsNoDataNoneIsMade() throws IOException {
        assertThat(run("backup", "--data", temp, "--out", temp.resolve("out")))
                .startsWith("exit 1")
                .contains("there is no data of Pingheng in this folder");
        assertThat(temp).isEmptyDirectory();
    }

    /** An empty database of that name on the server of this test. */
    private static Database database(String name) throws SQLException {
        var known = postgres.database();
        var login = Superuser.of(data);
        var superuser = DriverManager.getConnection(
                known.url().replace("/pingheng?", "/postgres?"), login.user(), login.password());
        try (superuser;
                var statement = superuser.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute(
                    "create database " + name + " owner " + known.owner().user());
        }
        return new Database(known.url().replace("/pingheng?", "/" + name + "?"), known.owner(), known.app());
    }

    private static Connection owner(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
    }

    private static Path open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String run(Object... args) {
        var out = new StringWriter();
        var console = new PrintWriter(out);
        int exit = Pingheng.run(
                console, console, Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
        return "exit " + exit + "\n" + out;
    }
}
