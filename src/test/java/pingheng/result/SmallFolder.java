package pingheng.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The small evaluation of two counties, for tests that change some of its tables. */
public final class SmallFolder {
    private static final Path SMALL = Path.of("src/test/resources/pingheng/small");

    private SmallFolder() {}

    /** Copies its tables, over those that are there; gives the copies. */
    public static List<Path> copy(Path folder) throws IOException {
        var tables = new ArrayList<Path>();
        try (var files = Files.walk(SMALL)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = folder.resolve(SMALL.relativize(file).toString());
                Files.createDirectories(to.getParent());
                tables.add(Files.write(to, Files.readAllBytes(file)));
            }
        }
        return tables;
    }
}
