package pingheng.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL 18 for this machine, unpacked once beside the data. */
record Binaries(Path folder) {
    private static final String VERSION = "18.6";

    /** Unpacks them below the folder, unless they are there already; refuses a machine for which we carry none. */
    static Binaries below(Path parent) throws IOException {
        var archive = "postgres-" + machine() + ".txz";
        var folder = parent.resolve("postgresql-" + VERSION);
        if (Files.isDirectory(folder)) return new Binaries(folder);

        try (var packed = Binaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) throw Refusals.machine(archive);
            var draft = Files.createTempDirectory(parent, DataFolder.DRAFT);
            unpack(packed, draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException _) {
            return new Binaries(folder);
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String machine() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch", "").matches("aarch64|arm64");
        return (os.startsWith("mac") ? "darwin-" : "linux-") + (arm ? "arm_64" : "x86_64");
    }

    /** Only what lies inside the folder is written: the archive is ours, but a path is a path. */
    private static void unpack(InputStream packed, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) throw new IOException("outside of the archive: " + entry.getName());
                write(tar, entry, target);
            }
        }
        open(folder);
    }

    /** Others may enter, whatever the account of this program lets them by itself. */
    private static void open(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path :
                    all.filter(path -> Files.isDirectory(path, NOFOLLOW_LINKS)).toList())
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var permissions = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(permissions));
    }
}
