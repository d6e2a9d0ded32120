package pingheng.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import pingheng.digest.Sha256;

/**
 * The folder of the data: the secret, the lock, the files, and the place of the database, which is the folder itself or, where the
 * account of the server cannot enter it, one beside those of the system, noted in the folder.
 */
record DataFolder(Path path, Path place) {
    static final Path SYSTEM = Path.of("/var/lib/pingheng");

    /** How everything is called that is not whole yet. */
    static final String DRAFT = "draft-";

    private static final String NOTE = "database.at";
    private static final String SECRET = "secret";
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

    Path secretFile() {
        return path.resolve(SECRET);
    }

    /** The one secret of the cluster; whoever may read the folder may read the data anyway. */
    String secret() throws IOException {
        var file = secretFile();
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            write(path, SECRET, HexFormat.of().formatHex(bytes));
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Files.readString(file).strip();
    }

    /** What was being made when somebody was killed. Nobody is making anything while we hold the lock. */
    void sweep() throws IOException {
        for (var folder : new LinkedHashSet<>(List.of(path, place))) {
            try (var all = Files.newDirectoryStream(folder, DRAFT + "*")) {
                for (var left : all) delete(left);
            }
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
    private static void write(Path folder, String name, String text) throws IOException {
        var draft = Files.createTempFile(folder, DRAFT, "");
        try (var out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            out.write(StandardCharsets.UTF_8.encode(text));
            out.force(true);
        }
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    static void force(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory)) {
            channel.force(true);
        }
    }

    private static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String digest(Path path) {
        return Sha256.of(path.toString()).substring(0, 12);
    }
}
