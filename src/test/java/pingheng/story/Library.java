package pingheng.story;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import pingheng.app.App;
import pingheng.value.UnitCode;

/** The program and a province, copied, because another account may not read where they were built. */
public record Library(Path folder) {
    /** Before there is one. */
    static final Library NONE = new Library(Path.of(""));

    static Library in(Path temp) throws IOException {
        var library = new Library(open(temp));
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry);
            if (Files.isDirectory(path)) copy(path, open(library.folder.resolve("classes")));
            else if (entry.endsWith(".jar")) copyFile(path, library.folder.resolve(path.getFileName()));
        }
        copy(App.PROVINCE, open(library.province()));
        return library;
    }

    /** A province of these units alone, as a folder of its own. */
    public static Path province(Path temp, Set<UnitCode> units) throws IOException {
        var library = new Library(temp);
        copy(App.PROVINCE, open(library.province()));
        return library.only(units).province();
    }

    /** Leaves these units alone in the province. */
    Library only(Set<UnitCode> units) throws IOException {
        try (var tables = Files.newDirectoryStream(province(), "*.tsv")) {
            for (var table : tables) {
                var heading = Files.readAllLines(table).getFirst();
                if (!heading.startsWith("unit\t") && !heading.startsWith("code\t")) continue;
                try (var lines = Files.lines(table)) {
                    var left = lines.filter(line ->
                                    line.equals(heading) || units.contains(new UnitCode(line.split("\t", 2)[0])))
                            .collect(Collectors.joining("\n", "", "\n"));
                    Files.writeString(table, left);
                }
            }
        }
        return this;
    }

    Path province() {
        return folder.resolve("province");
    }

    String classPath() {
        return folder.resolve("classes") + File.pathSeparator + folder + "/*";
    }

    /** A folder that every account can enter. */
    static Path open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : all.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) open(target);
                else copyFile(path, target);
            }
        }
    }

    private static void copyFile(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
    }
}
