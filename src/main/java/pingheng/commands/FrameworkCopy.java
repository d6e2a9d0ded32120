package pingheng.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies the tables of a framework to a new folder, as the draft of a later version. */
final class FrameworkCopy {
    private FrameworkCopy() {}

    static void copy(Path from, Path to, int version) throws IOException {
        try (var tables = Files.list(from)) {
            for (var table : tables.filter(Files::isRegularFile).toList()) {
                var name = table.getFileName().toString();
                if (name.startsWith("published.")) continue;
                if (name.equals("settings.tsv"))
                    Files.writeString(
                            to.resolve(name),
                            Files.readString(table, StandardCharsets.UTF_8)
                                    .replaceFirst("(?m)^version\t[0-9]+", "version\t" + version));
                else Files.copy(table, to.resolve(name));
            }
        }
    }
}
