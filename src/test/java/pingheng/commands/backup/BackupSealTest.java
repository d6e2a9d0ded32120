package pingheng.commands.backup;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.commands.Pingheng;
import pingheng.database.EmbeddedPostgres;
import pingheng.database.Schema;
import pingheng.seal.SealKey;

/** Who has a backup, or the data, cannot make a backup that passes for ours: they lack the key. */
class BackupSealTest {
    private static final Pattern KEY = Pattern.compile("ed25519:[0-9a-f]{64}");

    private static Path data = Path.of("");
    private static EmbeddedPostgres postgres;

    @TempDir
    private Path temp = Path.of("");

    private Path key = Path.of("");

    @BeforeAll
    static void aServerThatRuns(@TempDir Path given) throws IOException {
        data = given.resolve("data");
        postgres = EmbeddedPostgres.start(data);
        Schema.bringUpToDate(postgres.database());
    }

    @AfterAll
    static void isStopped() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void nothingWasSealedYet() throws IOException {
        Files.deleteIfExists(data.resolve("seal.pub"));
        key = temp.resolve("settings/seal.key");
    }

    @Test
    void theKeyIsMadeOnceForItsAccountAloneAndItsPublicHalfToldEachTime() throws IOException {
        var first = run("backup", "--data", data, "--out", temp.resolve("one"), "--seal-key", key);
        var second = run("backup", "--data", data, "--out", temp.resolve("two"), "--seal-key", key);

        assertThat(first).startsWith("exit 0").contains("新的封印公钥", "keep it on paper");
        assertThat(second).startsWith("exit 0").contains("public key of the seal " + told(first));
        assertThat(Files.getPosixFilePermissions(key)).isEqualTo(fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(key.getParent())).isEqualTo(fromString("rwx------"));
        assertThat(key.getParent()).isDirectoryContaining(path -> path.equals(key));
        assertThat(data.resolve("seal.pub")).hasContent(told(first));
        assertThat(first + second).doesNotContain(Files.readAllLines(key).get(1));
    }

    @Test
    void aRestoreIsToldWhatIsKnownOfTheSeal() throws IOException {
        var sealed = sealed();

        var paper = Files.writeString(temp.resolve("paper"), "no. 1\n" + sealed.toUpperCase(Locale.ROOT) + "\n");
        assertThat(restore(temp.resolve("backup"), "a", "--seal-key", paper))
                .startsWith("exit 0")
                .contains("封印相符", "the seal holds, it is that of " + sealed);
        assertThat(restore(temp.resolve("backup"), "c"))
                .startsWith("exit 0")
                .contains("封印未核对", "seal not checked: the backup says it was sealed by " + sealed);
    }

    @Test
    void whatWasEditedIsNamedWithTheRightKeyAndWithout() throws IOException {
        var sealed = sealed();
        var edited = temp.resolve("edited");
        Forged.edited(temp.resolve("backup"), edited, it -> it.replace(Seal.NAME, "signature\t", "signature\t00"));
        assertThat(restore(edited, "a", "--seal-key", sealed))
                .startsWith("exit 1")
                .contains("does not fit the manifest");
        Forged.edited(temp.resolve("backup"), edited, it -> it.rewrite("setup_link", "", "x"));

        for (var line : List.of(
                restore(edited, "a", "--seal-key", sealed),
                restore(edited, "b"),
                restore(edited, "c", "--seal-key", Forged.OTHER.open().text())))
            assertThat(line).startsWith("exit 1").contains("封印之后内容被改动过", "changed after it was sealed");
        assertThat(temp.resolve("a")).doesNotExist();
    }

    @Test
    void whatWasEditedAndSealedAnewIsNamedToWhoeverKnowsTheKey() throws IOException {
        var sealed = sealed();
        var forged = temp.resolve("forged");
        Forged.of(
                temp.resolve("backup"),
                forged,
                it -> it.replace(
                        BackupManifest.NAME, "sequence\tbody_version_body_seq\t1", "sequence\tbody_id_seq\t9"));

        assertThat(restore(forged, "a", "--seal-key", sealed))
                .startsWith("exit 1")
                .contains("由 " + Forged.OTHER.open().text() + " 封印，而不是 " + sealed)
                .contains("somebody may have changed it and sealed it anew");
        assertThat(temp.resolve("a")).doesNotExist();
        assertThat(seen(forged)).isEqualTo(new SealState.Unchecked(Forged.OTHER.open()));
        assertThat(seen(forged).told().zh())
                .startsWith("封印未核对")
                .contains(Forged.OTHER.open().text());
    }

    /** Made to look like one of those that were written before backups were sealed. */
    @Test
    void aSealThatWasTakenOffIsMissed() throws IOException {
        var sealed = sealed();
        var bare = temp.resolve("bare");
        Forged.edited(temp.resolve("backup"), bare, it -> it.remove(Seal.NAME));
        assertThat(restore(bare, "a")).startsWith("exit 1").contains("seal.tsv").contains("does not fit the manifest");

        Forged.edited(temp.resolve("backup"), bare, it -> {
            it.remove(Seal.NAME);
            it.replace(BackupManifest.NAME, "pingheng-backup\t2", "pingheng-backup\t1");
        });
        assertThat(restore(bare, "b", "--seal-key", sealed))
                .startsWith("exit 1")
                .contains("没有封印", "has no seal");
        assertThat(seen(bare)).isEqualTo(new SealState.None());
    }

    @Test
    void whatIsNoPublicKeyIsRefusedBeforeAnythingIsRead() throws IOException {
        sealed();
        for (var wrong : List.of("x", "ed25519:12", "ed25519:" + "f".repeat(64), temp.toString(), "a\0b"))
            assertThat(restore(temp.resolve("backup"), "a", "--seal-key", wrong))
                    .startsWith("exit 1")
                    .contains("不是封印公钥", "is no public key of a seal");
    }

    @Test
    void aKeyThatIsLostIsMissedAndAnotherIsTakenOnlyWhenThatIsMeant() throws IOException {
        var old = sealed();
        Files.move(key, temp.resolve("taken"));

        var refused = run("backup", "--data", data, "--out", temp.resolve("two"), "--seal-key", key);
        assertThat(refused).startsWith("exit 1").contains(key + "", old, "--new-seal-key", "put it back");
        assertThat(key).doesNotExist();
        assertThat(temp.resolve("two")).doesNotExist();

        var anew = run("backup", "--data", data, "--out", temp.resolve("two"), "--seal-key", key, "--new-seal-key");
        assertThat(anew).startsWith("exit 0").doesNotContain(old);
        assertThat(seen(temp.resolve("two"))).isEqualTo(new SealState.Unchecked(new SealKey(told(anew))));
        assertThat(restore(temp.resolve("two"), "b", "--seal-key", old)).contains("由 " + told(anew) + " 封印");

        Files.move(temp.resolve("taken"), temp.resolve("settings/old.key"));
        assertThat(run(
                        "backup",
                        "--data",
                        data,
                        "--out",
                        temp.resolve("three"),
                        "--seal-key",
                        temp.resolve("settings/old.key")))
                .startsWith("exit 1")
                .contains("这是另一把封印密钥 " + old, "sealed by " + told(anew) + " so far");
    }

    @Test
    void aKeyOthersMayReadOrReplaceOrThatIsDamagedIsASentence() throws IOException {
        sealed();
        Files.setPosixFilePermissions(key, fromString("rw-r-----"));
        refused("其他帐户可以读写", "chmod 600");
        Files.setPosixFilePermissions(key, fromString("rw-------"));

        Files.setPosixFilePermissions(key.getParent(), fromString("rwxrwx---"));
        refused("其他帐户可以在文件夹", "chmod go-w");
        Files.setPosixFilePermissions(key.getParent(), fromString("rwx------"));

        var whole = Files.readString(key);
        for (var damaged : List.of(
                "",
                whole.substring(0, 90),
                whole.replace("ed25519:", "ed25519:0"),
                whole + "x".repeat(5000),
                other(whole))) {
            Files.writeString(key, damaged);
            refused("不是评衡写成的封印私钥，或已损坏", "put a whole copy back");
        }
        Files.delete(key);
        Files.createDirectory(key);
        refused("不是评衡写成的封印私钥，或已损坏", "--new-seal-key");

        Files.writeString(data.resolve("seal.pub"), "x");
        refused("不是评衡记下的封印公钥", "move this file away");
    }

    /** The halves of two keys. */
    private static String other(String whole) {
        return whole.replaceAll("ed25519:\\S+", Forged.OTHER.open().text());
    }

    @Test
    void aKeyThatCannotBeWrittenIsASentence() throws IOException {
        key = Files.writeString(temp.resolve("file"), "x").resolve("below/seal.key");
        refused("封印私钥不能写在这里", "cannot be written here");
    }

    @Test
    void aKeyWithinTheDataOrBesideTheBackupIsRefusedHoweverTheWayIsCalled() throws IOException {
        var link = Files.createSymbolicLink(temp.resolve("link"), data);
        for (var inside :
                List.of(data.resolve("seal.key"), data.resolve("files/../a/b/seal.key"), link.resolve("seal.key"))) {
            key = inside;
            refused("封印私钥不能放在数据文件夹", "must not lie in the data folder");
            assertThat(inside).doesNotExist();
        }
        Files.delete(link);
        for (var beside : List.of(temp.resolve("seal.key"), temp.resolve("two"), temp.resolve("x/../seal.key"))) {
            key = beside;
            refused("封印私钥不能与备份", "must not lie in the folder of the backup");
            assertThat(beside).doesNotExist();
        }
    }

    @Test
    void twoBackupsAtOnceMakeOneKey() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(4)) {
            var told = both.invokeAll(List.of("a", "b", "c", "d").stream()
                    .map(name -> (Callable<String>)
                            () -> run("backup", "--data", data, "--out", temp.resolve(name), "--seal-key", key))
                    .toList());
            for (var one : told)
                assertThat(one.get(60, SECONDS))
                        .startsWith("exit 0")
                        .contains(told(told.getFirst().get()));
        }
        for (var name : List.of("b", "c", "d"))
            assertThat(temp.resolve(name)).hasSameBinaryContentAs(temp.resolve("a"));
        try (var left = Files.list(key.getParent())) {
            assertThat(left).containsExactly(key);
        }
    }

    private static SealState seen(Path backup) throws IOException {
        try (var archive = Archive.open(backup)) {
            return archive.sealState();
        }
    }

    /** The public key of a backup called so. */
    private String sealed() {
        return told(run("backup", "--data", data, "--out", temp.resolve("backup"), "--seal-key", key));
    }

    private void refused(String... sentences) {
        assertThat(run("backup", "--data", data, "--out", temp.resolve("two"), "--seal-key", key))
                .startsWith("exit 1")
                .contains(sentences)
                .doesNotContain("\tat ");
        assertThat(temp.resolve("two")).doesNotExist();
    }

    private static String told(String output) {
        return KEY.matcher(output).results().map(MatchResult::group).findFirst().orElseThrow();
    }

    private String restore(Path backup, String name, Object... more) {
        var args = new ArrayList<Object>(List.of("restore", backup, "--data", temp.resolve(name)));
        args.addAll(List.of(more));
        return run(args.toArray());
    }

    private static String run(Object... args) {
        var out = new StringWriter();
        var console = new PrintWriter(out);
        int exit = Pingheng.run(
                console, console, Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
        return "exit " + exit + "\n" + out;
    }
}
