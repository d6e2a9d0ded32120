package pingheng.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingheng.problem.Place;
import pingheng.problem.Refused;

class VaultTest {
    /** SHA-256 of "abc" (FIPS 180-2, appendix B.1). */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final long MOST = 1 << 20;

    @TempDir
    private Path folder;

    private Vault vault;

    @BeforeEach
    void anEmptyVault() {
        vault = new Vault(folder, 0);
    }

    @Test
    void bytesAreNamedByTheirDigestAndComeBack() throws IOException {
        assertThat(vault.put(bytes("abc"), MOST)).isEqualTo(new Stored(ABC, 3));

        assertThat(read(ABC)).isEqualTo("abc");
        assertThat(vault.has(ABC)).isTrue();
        assertThat(files()).containsExactly("ba/" + ABC.substring(2));
    }

    @Test
    void manyBuffersComeBackTheSame() throws IOException {
        var many = new byte[300_001];
        new Random(7).nextBytes(many);

        var stored = vault.put(new ByteArrayInputStream(many), MOST);

        assertThat(stored.size()).isEqualTo(many.length);
        try (var in = vault.open(stored.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(many);
        }
    }

    @Test
    void theSameBytesTwiceAreStoredOnce() throws IOException {
        vault.put(bytes("abc"), MOST);
        vault.put(bytes("abc"), MOST);

        assertThat(vault.all()).containsExactly(ABC);
        assertThat(files()).hasSize(1);
    }

    @Test
    void aFileAsLargeAsAllowedIsKeptAndOneByteMoreIsNot() throws IOException {
        assertThat(vault.put(bytes("abc"), 3).size()).isEqualTo(3);

        assertThat(code(() -> vault.put(bytes("abcd"), 3))).isEqualTo("files.too-large");
        assertThat(files()).hasSize(1);
    }

    @Test
    void theLimitIsToldTheWayPeopleSaySizes() {
        assertThatThrownBy(() -> vault.put(new ByteArrayInputStream(new byte[(1 << 20) + 1]), 1 << 20))
                .hasMessageContaining("超过 1 MB")
                .hasMessageContaining("larger than 1 MB");
        assertThatThrownBy(() -> vault.put(bytes("x".repeat(2049)), 2048)).hasMessageContaining("2 KB");
        assertThatThrownBy(() -> vault.put(bytes("xx"), 1)).hasMessageContaining("1 B");
    }

    @Test
    void nothingIsKeptOfAnEmptyFile() {
        assertThat(code(() -> vault.put(bytes(""), MOST))).isEqualTo("files.empty");
        assertThat(files()).isEmpty();
    }

    @Test
    void aRefusalNamesTheFile() {
        var refused = catchThrowableOfType(
                Refused.class, () -> vault.put(Place.file("报告.pdf"), bytes(""), MOST, draft -> {}));

        assertThat(refused.findings().getFirst().place().file()).isEqualTo("报告.pdf");
    }

    @Test
    void aDiskThatWouldBecomeTooFullTakesNothingMore() {
        var full = new Vault(folder, Long.MAX_VALUE);

        assertThat(code(() -> full.put(bytes("abc"), MOST))).isEqualTo("files.disk-full");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatTheSystemSaysOfAFullDiskIsUnderstood() {
        var full = Path.of("/dev/full");
        assumeThat(full).exists();

        var failed = catchThrowableOfType(IOException.class, () -> {
            try (var out = FileChannel.open(full, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.allocate(1));
            }
        });

        assertThat(Vault.isFull(failed)).isTrue();
        assertThat(Vault.isFull(new IOException("Connection reset"))).isFalse();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        var broken = new FilterInputStream(bytes("x".repeat(100_000))) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int read = super.read(into, from, length);
                if (read < 0) throw new IOException("Connection reset");
                return read;
            }
        };

        assertThatThrownBy(() -> vault.put(broken, MOST)).hasMessage("Connection reset");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatALookRefusesIsNotKept() {
        assertThatThrownBy(() -> vault.put(Place.file("a"), bytes("abc"), MOST, draft -> {
                    assertThat(draft).hasContent("abc");
                    throw new IllegalStateException("seen");
                }))
                .hasMessage("seen");
        assertThat(files()).isEmpty();
    }

    @Test
    void aShelfThatCannotBeMadeLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("ba"), "in the way");

        assertThatThrownBy(() -> vault.put(bytes("abc"), MOST)).isInstanceOf(IOException.class);
        assertThat(files()).containsExactly("ba");
    }

    @Test
    void aFolderThatIsNoneIsAFaultNotARefusal() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new Vault(file).put(bytes("abc"), MOST)).isInstanceOf(IOException.class);
    }

    @Test
    void aReadOnlyFolderTakesNothingAndStillReads() throws IOException {
        vault.put(bytes("abc"), MOST);
        var drafts = folder.resolve("drafts");
        Files.setPosixFilePermissions(drafts, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeThat(Files.isWritable(drafts))
                    .as("not the user who may everything")
                    .isFalse();

            assertThatThrownBy(() -> vault.put(bytes("abcd"), MOST)).isInstanceOf(IOException.class);
            assertThat(read(ABC)).isEqualTo("abc");
        } finally {
            Files.setPosixFilePermissions(drafts, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void manyWhoPutTheSameBytesAtOnceAllSucceed() throws Exception {
        var large = "x".repeat(500_000);
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Stored> put = () -> vault.put(bytes(large), MOST);
            var names = threads.invokeAll(Collections.nCopies(40, put));
            for (var name : names) assertThat(name.get().size()).isEqualTo(500_000);
        }

        assertThat(files()).hasSize(1);
        assertThat(vault.damaged()).isEmpty();
    }

    @Test
    void whatSomebodyKilledLeftIsSwept() throws IOException {
        var drafts = Files.createDirectories(folder.resolve("drafts"));
        Files.writeString(drafts.resolve("1234"), "half a repo");
        Files.createFile(drafts.resolve("5678"));
        vault.put(bytes("abc"), MOST);

        vault.sweep();

        assertThat(files()).containsExactly("ba/" + ABC.substring(2));
    }

    @Test
    void whatIsBeingWrittenIsNotSwept() throws IOException {
        vault.put(Place.file("a"), bytes("abc"), MOST, draft -> vault.sweep());

        assertThat(read(ABC)).isEqualTo("abc");
    }

    @Test
    void aNewVaultIsEmptyAndSwept() throws IOException {
        vault.sweep();

        assertThat(vault.all()).isEmpty();
        assertThat(vault.damaged()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ba", "../../etc/passwd", "BA7816BF", "g", "a\nb\u0000", "ba/7816bf"})
    void whatIsNoDigestIsNotOpened(String name) {
        assertThat(code(() -> vault.open(name))).isEqualTo("files.no-name");
        assertThatThrownBy(() -> vault.open(name.repeat(9)))
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("\u0000")
                .hasLineCount(2);
        assertThat(vault.has(name)).isFalse();
    }

    @Test
    void aDigestInCapitalsOrWithAnythingAroundIsNoName() {
        for (var name : List.of(ABC.toUpperCase(Locale.ROOT), ABC + "\n", " " + ABC, ABC + "0"))
            assertThat(code(() -> vault.open(name))).isEqualTo("files.no-name");
    }

    @Test
    void bytesThatAreNotThereAreTold() {
        assertThat(code(() -> vault.open(ABC))).isEqualTo("files.missing");
        assertThat(vault.has(ABC)).isFalse();
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createDirectories(folder.resolve("ba"));
        Files.createSymbolicLink(folder.resolve("ba").resolve(ABC.substring(2)), secret);

        assertThatThrownBy(() -> vault.open(ABC)).isInstanceOf(IOException.class);
        assertThat(vault.has(ABC)).isFalse();
        assertThat(vault.damaged()).containsExactly(ABC);
    }

    @Test
    void aChangedBitIsFoundAndThePutOfTheSameBytesHealsIt() throws IOException {
        vault.put(bytes("abc"), MOST);
        var other = vault.put(bytes("abd"), MOST);
        Files.writeString(folder.resolve("ba").resolve(ABC.substring(2)), "abb");

        assertThat(vault.damaged()).containsExactly(ABC);
        assertThat(vault.all()).containsExactlyInAnyOrder(ABC, other.sha256());

        vault.put(bytes("abc"), MOST);
        assertThat(vault.damaged()).isEmpty();
    }

    @Test
    void strangersInTheFolderArePassedOver() throws IOException {
        Files.createDirectories(folder.resolve("ba"));
        Files.writeString(folder.resolve("ba").resolve("notes.txt"), "");
        Files.writeString(folder.resolve("README"), "");

        assertThat(vault.all()).isEmpty();
    }

    @Test
    void whatIsNoDigestIsNotStored() {
        assertThatThrownBy(() -> new Stored("abc", 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Stored(ABC, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private String read(String sha256) throws IOException {
        try (var in = vault.open(sha256)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static String code(ThrowingCallable verb) {
        var finding = catchThrowableOfType(Refused.class, verb).findings().getFirst();
        assertThat(finding.sentence().zh()).isNotBlank();
        assertThat(finding.sentence().en()).isNotBlank();
        return finding.code();
    }

    private List<String> files() {
        try (var inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
