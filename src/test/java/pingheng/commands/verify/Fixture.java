package pingheng.commands.verify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** What an earlier program wrote, unpacked. */
final class Fixture {
    private static final Path FIXTURES = Path.of("src/test/fixtures");

    private Fixture() {}

    /** Into a folder that the account of the database may enter. */
    static Path unpacked(String fixture, Path temp) throws IOException {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        var folder = Files.createDirectories(temp.resolve("unpacked"));
        try (var in = new TarArchiveInputStream(new XZCompressorInputStream(
                new BufferedInputStream(Files.newInputStream(FIXTURES.resolve(fixture + ".tar.xz")))))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) Files.createDirectories(target);
                else Files.copy(in, target);
                var mode = entry.isDirectory() ? "rwx------" : "rw-------";
                if (target.startsWith(folder.resolve("database")))
                    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
            }
        }
        return folder;
    }
}
