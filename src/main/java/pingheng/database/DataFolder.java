package pingheng.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pingheng.digest.Sha256;

/**
 * The folder of the data: the secrets, the lock, the files, and the place of the database, which is the folder itself or, where the
 * account of the server cannot enter it, one beside those of the system, noted in the folder.
 */
record DataFolder(Path path, Path place) {
    static final Path SYSTEM = Path.of("/var/lib/pingheng");

    /** How everything is called that is not whole yet. */
    static final String DRAFT = "draft-";

    static final Set<PosixFilePermission> OWN = fromString("rw-------");
    static final Set<PosixFilePermission> OWN_FOLDER = fromString("rwx------");

    /** Others may go through, but not look what is in it. */
    static final Set<PosixFilePermission> PASSAGE = fromString("rwx--x--x");

    private static final String NOTE = "database.at";
    private static final String MARKER = "restoring";

    /** The place is decided once and noted; the data never seems to be gone because a permission was changed. */
    static DataFolder of(Path path, Account account, Path system) throws IOException {
        var note = path.resolve(NOTE);
        if (Files.exists(note)) return noted(path, note);
        if (account.reaches(path)) return new DataFolder(path, path);
        if (Files.exists(path.resolve("database"))) throw DatabaseRefusals.unreachable(path);

        open(Files.createDirectories(system));
        var place = Files.createTempDirectory(system, digest(path) + "-");
        open(place);
        write(path, NOTE, place.toString());
        return new DataFolder(path, place);
    }

    /** The folder as it is, without deciding anything. */
    static DataFolder existing(Path path) throws IOException {
        var note = path.resolve(NOTE);
        return Files.exists(note) ? noted(path, note) : new DataFolder(path, path);
    }

    private static DataFolder noted(Path path, Path note) throws IOException {
        var place = Path.of(Files.readString(note).strip());
        if (!Files.isDirectory(place)) throw DatabaseRefusals.missing(path, place);
        return new DataFolder(path, place);
    }

    /** Whether a database was made here. */
    boolean holdsData() {
        return Files.exists(database());
    }

    Path database() {
        return place.resolve("database");
    }

    /** Where the secrets lie. */
    static Path secrets(Path path) {
        return path.resolve("secrets");
    }

    /** What was being made when somebody was killed. Nobody is making anything while we hold the lock. */
    void sweep() throws IOException {
        for (var folder : new LinkedHashSet<>(List.of(path, place, secrets(path)))) {
            if (!Files.exists(folder)) continue;
            try (var all = Files.newDirectoryStream(folder, DRAFT + "*")) {
                for (var left : all) delete(left);
            }
        }
    }

    /**
     * Closes it, and what lies in it, to all but the account it belongs to; the programs of PostgreSQL are no secret. Where another
     * account serves the database, that one may pass. What root has made for somebody is theirs.
     */
    void close(Account account) throws IOException {
        for (var folder : new LinkedHashSet<>(List.of(path, place))) {
            account.refuseStranger(folder);
            boolean passage = folder.equals(place) && account.isOther(folder);
            grant(folder, passage ? PASSAGE : OWN_FOLDER);
            try (var all = Files.newDirectoryStream(folder, file -> !Binaries.are(file) && !file.equals(database()))) {
                for (var file : all) close(file, folder, account);
            }
        }
        if (holdsData()) grant(database(), OWN_FOLDER);
    }

    /** A folder that is closed was closed last, after all in it. */
    private static void close(Path tree, Path folder, Account account) throws IOException {
        boolean closed =
                Files.isDirectory(tree, NOFOLLOW_LINKS) && permissions(tree).equals(OWN_FOLDER);
        if (closed && account.isOf(folder, tree)) return;
        try (var all = Files.walk(tree)) {
            for (var path : Stream.of(all.toArray(Path[]::new)).toList().reversed()) {
                if (Files.isSymbolicLink(path)) continue;
                account.refuseStranger(path);
                Account.give(path, folder);
                grant(path, Files.isDirectory(path) ? OWN_FOLDER : OWN);
            }
        }
    }

    private static void grant(Path file, Set<PosixFilePermission> permissions) throws IOException {
        if (Files.isSymbolicLink(file) || permissions(file).equals(permissions)) return;
        Files.getFileAttributeView(file, PosixFileAttributeView.class, NOFOLLOW_LINKS)
                .setPermissions(permissions);
    }

    private static Set<PosixFilePermission> permissions(Path file) throws IOException {
        return Files.getPosixFilePermissions(file, NOFOLLOW_LINKS);
    }

    /** Copies the cluster and the secrets, whoever owns them, each link as what it leads to; whoever serves the copy may pass. */
    void copy(Path target) throws IOException {
        open(target);
        copy(database().toRealPath(), target.resolve("database"));
        for (var name : List.of("secrets", "secret"))
            if (Files.exists(path.resolve(name))) copy(path.resolve(name), target.resolve(name));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
            for (var path : all.toList())
                if (!path.endsWith("postmaster.pid"))
                    Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Whether there is nothing in the folder, or no folder. */
    static boolean isEmpty(Path path) throws IOException {
        if (!Files.exists(path)) return true;
        try (var all = Files.newDirectoryStream(path)) {
            return !all.iterator().hasNext();
        }
    }

    /** From here on the folder is not whole, whatever happens. */
    static void restoring(Path path) throws IOException {
        write(path, MARKER, "");
    }

    /** Whether a restore has begun here and not ended. */
    static boolean isRestoring(Path path) {
        return Files.exists(path.resolve(MARKER));
    }

    /** From here on it is whole. */
    void restored() throws IOException {
        Files.delete(path.resolve(MARKER));
        force(path);
    }

    /** Empties the folder and the place; that it was not whole is forgotten last. */
    void empty() throws IOException {
        if (!place.equals(path)) delete(place);
        try (var all = Files.newDirectoryStream(path, file -> !file.endsWith(MARKER))) {
            for (var file : all) delete(file);
        }
        Files.deleteIfExists(path.resolve(MARKER));
    }

    private static void delete(Path tree) throws IOException {
        try (var all = Files.walk(tree)) {
            for (var path : Stream.of(all.toArray(Path[]::new)).toList().reversed()) Files.delete(path);
        }
    }

    /** Only the account may read it; it is on the disk when it is in its place. */
    static void write(Path folder, String name, String text) throws IOException {
        var draft = Files.createTempFile(folder, DRAFT, "");
        try (var out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            out.write(StandardCharsets.UTF_8.encode(text));
            out.force(true);
        }
        Account.give(draft, folder);
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory)) {
            channel.force(true);
        }
    }

    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PASSAGE);
    }

    private static String digest(Path path) {
        return Sha256.of(path.toString()).substring(0, 12);
    }

    /** A folder that is ours alone until we let go or die: the system forgets the lock of a program that is gone. */
    record Lock(FileChannel channel) implements AutoCloseable {
        static Optional<Lock> on(Path folder) throws IOException {
            var channel = FileChannel.open(
                    folder.resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(OWN));
            try {
                if (channel.tryLock() != null) return Optional.of(new Lock(channel));
            } catch (OverlappingFileLockException _) {
                // this very program holds it
            }
            channel.close();
            return Optional.empty();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
