package pingheng.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who may do what with a data folder: every file and folder in it is looked at. */
public final class Modes {
    private Modes() {}

    /** What is open to others that should not be, each with its mode; a program that was begun closes all of it. */
    public static List<String> tooOpen(Path data) throws IOException {
        var place = DataFolder.existing(data).place();
        var cluster = place.resolve("database");
        boolean passage = owner(cluster) != owner(place);
        var open = new ArrayList<String>();
        walk(data, data.equals(place) && passage ? "rwx--x--x" : "rwx------", open);
        if (!data.equals(place)) walk(place, passage ? "rwx--x--x" : "rwx------", open);
        return open;
    }

    private static void walk(Path folder, String mode, List<String> open) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.toList()) {
                if (Files.isSymbolicLink(path)) continue;
                var found = PosixFilePermissions.toString(Files.getPosixFilePermissions(path, NOFOLLOW_LINKS));
                if (!expected(folder, path, mode).contains(found)) open.add(folder.relativize(path) + " " + found);
                if (!binary(folder, path) && owner(path) != owner(belonging(folder, path)))
                    open.add(folder.relativize(path) + " of " + owner(path));
            }
        }
    }

    /** The programs of PostgreSQL are no secret, but nobody else may change them. */
    private static Set<String> expected(Path folder, Path path, String mode) {
        if (path.equals(folder)) return Set.of(mode);
        if (binary(folder, path)) return Set.of("rwxr-xr-x", "rw-r--r--");
        return Set.of(Files.isDirectory(path) ? "rwx------" : "rw-------");
    }

    private static boolean binary(Path folder, Path path) {
        return Binaries.are(folder.relativize(path).getName(0));
    }

    /** The cluster is its server's, all else is of whoever the folder belongs to. */
    private static Path belonging(Path folder, Path path) {
        var cluster = folder.resolve("database");
        return path.startsWith(cluster) ? cluster : folder;
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", NOFOLLOW_LINKS);
    }
}
