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

/** The programs of PostgreSQL 18 for this machine, unpacked once beside the data. A build carries those of one kind of machine. */
record Binaries(Path folder) {
    private static final String VERSION = "18.6";
    private static final String NAME = "postgresql-";

    /** Unpacks them below the folder, unless they are there already; refuses a machine for which we carry none. */
    static Binaries below(Path parent) throws IOException {
        return below(parent, archive(System.getProperty("os.name", ""), System.getProperty("os.arch", "")));
    }

    static Binaries below(Path parent, String archive) throws IOException {
        var folder = parent.resolve(NAME + VERSION);
        if (Files.isDirectory(folder)) return new Binaries(folder);

        try (var packed = Binaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) throw DatabaseRefusals.machine(archive);
            var draft = Files.createTempDirectory(parent, DataFolder.DRAFT);
            unpack(packed, draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException _) {
            return new Binaries(folder);
        }
        return new Binaries(folder);
    }

    /** Whether they lie there, of whatever version. */
    static boolean are(Path folder) {
        return folder.getFileName().toString().startsWith(NAME);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** The name under which a build carries the programs for a system and a processor, as Java calls the two. */
    static String archive(String os, String arch) {
        var system =
                os.toLowerCase(Locale.ROOT).replaceFirst("^mac.*", "darwin").replaceFirst(" .*", "");
        var processor = switch (arch) {
            case "aarch64", "arm64" -> "arm_64";
            case "amd64", "x86_64" -> "x86_64";
            default -> arch;
        };
        return "postgres-" + system + "-" + processor + ".txz";
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
