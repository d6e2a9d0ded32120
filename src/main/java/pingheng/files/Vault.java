package pingheng.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pingheng.digest.Sha256;
import pingheng.problem.Place;
import pingheng.problem.Sentence;

/**
 * Keeps bytes by their SHA-256 in a folder: {@code ab/cdef…}. What is there is whole: it was written beside, forced to the disk
 * and moved to its place in one step. Only this account may look into it. Killed in the middle a draft may be left, which the next {@link #sweep()} removes.
 */
public final class Vault {
    /** What is left free for the machine itself. */
    private static final long RESERVE = 64L << 20;

    private static final int BUFFER = 64 << 10;
    /** Files are made for this account alone by themselves, as everything that is written as a draft; folders are not. */
    private static final FileAttribute<?> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final String DRAFTS = "drafts";
    private static final Place NAMELESS = Place.file(new Sentence("文件", "the file"));

    private final Path folder;
    private final Path drafts;
    private final long reserve;

    public Vault(Path folder) {
        this(folder, RESERVE);
    }

    Vault(Path folder, long reserve) {
        this.folder = folder.toAbsolutePath().normalize();
        this.drafts = this.folder.resolve(DRAFTS);
        this.reserve = reserve;
    }

    /** Looks at the whole file before it is kept; when it throws, nothing is kept. */
    public interface Look {
        void at(Path draft) throws IOException;
    }

    /** As below; the refusal cannot name the file, and any bytes will do. */
    public Stored put(InputStream in, long most) throws IOException {
        return put(NAMELESS, in, most, draft -> {});
    }

    /**
     * Keeps the bytes, at most so many of them. The same bytes are kept once: put again they take their own place, so that a
     * damaged copy is healed. When this returns they are on the disk; when it throws, nothing was kept and nothing is left.
     */
    public Stored put(Place place, InputStream in, long most, Look look) throws IOException {
        try {
            Files.createDirectories(drafts, OWN);
            return draft(place, in, most, look);
        } catch (IOException failed) {
            if (isFull(failed) || Files.isDirectory(drafts) && free() < reserve) throw VaultRefusals.diskFull(place);
            throw failed;
        }
    }

    private Stored draft(Place place, InputStream in, long most, Look look) throws IOException {
        var draft = Files.createTempFile(drafts, "", "");
        try (var out = FileChannel.open(draft, WRITE)) {
            out.lock(); // tells sweep that somebody is alive behind it, until the channel is closed
            var stored = copy(place, in, most, out);
            look.at(draft);
            out.force(true);
            keep(draft, stored.sha256());
            return stored;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Stored copy(Place place, InputStream in, long most, FileChannel out) throws IOException {
        var digest = Sha256.stream();
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int read; (read = in.readNBytes(buffer, 0, BUFFER)) > 0; ) {
            size += read;
            if (size > most) throw VaultRefusals.tooLarge(place, most);
            if (free() - read < reserve) throw VaultRefusals.diskFull(place);

            digest.update(buffer, 0, read);
            var bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) out.write(bytes);
        }
        if (size == 0) throw VaultRefusals.empty(place);
        return new Stored(Sha256.told(digest), size);
    }

    private void keep(Path draft, String sha256) throws IOException {
        var target = path(sha256);
        var shelf = folder.resolve(sha256.substring(0, 2));
        Files.createDirectories(shelf, OWN);
        force(folder);
        Files.move(draft, target, ATOMIC_MOVE);
        force(shelf);
    }

    /** The bytes of that name; the caller closes them. */
    public InputStream open(String sha256) throws IOException {
        if (!Stored.isName(sha256)) throw VaultRefusals.noName(sha256);
        try {
            return Files.newInputStream(path(sha256), NOFOLLOW_LINKS);
        } catch (NoSuchFileException missing) {
            throw VaultRefusals.missing(sha256);
        }
    }

    public boolean has(String sha256) {
        return Stored.isName(sha256) && Files.isRegularFile(path(sha256), NOFOLLOW_LINKS);
    }

    /** The names of all that is kept, in their order; what else lies in the folder is passed over. */
    public Stream<String> all() {
        return IntStream.range(0, 256)
                .mapToObj(number -> HexFormat.of().toHexDigits((byte) number))
                .flatMap(shelf -> names(shelf).stream());
    }

    private List<String> names(String shelf) {
        var directory = folder.resolve(shelf);
        if (!Files.isDirectory(directory)) return List.of();
        try (var inside = Files.list(directory)) {
            return inside.map(path -> shelf + path.getFileName())
                    .filter(Stored::isName)
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads everything: the names whose bytes are no longer what they were, or cannot be read. */
    public List<String> damaged() {
        return all().filter(this::isDamaged).toList();
    }

    private boolean isDamaged(String sha256) {
        return !digest(sha256).filter(sha256::equals).isPresent();
    }

    /** The SHA-256 of the bytes that lie under a name now; empty where there are none, or they cannot be read. */
    public Optional<String> digest(String sha256) {
        if (!has(sha256)) return Optional.empty();
        var digest = Sha256.stream();
        try (var in = new DigestInputStream(Files.newInputStream(path(sha256), NOFOLLOW_LINKS), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return Optional.of(Sha256.told(digest));
    }

    /** At start: removes what was being written when somebody was killed. What somebody is writing now is left alone. */
    public void sweep() throws IOException {
        if (!Files.isDirectory(drafts)) return;
        try (var inside = Files.list(drafts)) {
            for (var draft : inside.filter(Files::isRegularFile).toList()) if (isAbandoned(draft)) Files.delete(draft);
        }
    }

    private static boolean isAbandoned(Path draft) throws IOException {
        try (var channel = FileChannel.open(draft, WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    /** Whether the disk, or our share of it, is used up; in another language of the system {@link #free()} tells. */
    static boolean isFull(IOException failed) {
        var message = String.valueOf(failed.getMessage());
        return message.contains("No space left") || message.contains("quota exceeded");
    }

    private long free() {
        return drafts.toFile().getUsableSpace();
    }

    private Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }
}
