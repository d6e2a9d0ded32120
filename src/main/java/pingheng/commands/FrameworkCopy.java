package pingheng.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Copies the tables of a framework to a new folder, as the draft of a later version. */
final class FrameworkCopy {
    /** The row of the version in a text of any encoding, parted by tabs or commas. */
    private static final Pattern VERSION = Pattern.compile("(?m)^(\"?version\"?[\t,]\"?)[0-9]+");

    private FrameworkCopy() {}

    /** Whether the copy says the later version; in a workbook it still says the one before. */
    static boolean copy(Path from, Path to, int version) throws IOException {
        boolean raised = false;
        try (var tables = Files.list(from)) {
            for (var table : tables.filter(Files::isRegularFile).toList()) {
                var name = table.getFileName().toString();
                if (name.startsWith("published.")) continue;
                if (name.startsWith("settings.")) raised |= raise(table, to.resolve(name), version);
                else Files.copy(table, to.resolve(name));
            }
        }
        return raised;
    }

    /** Letter for letter, whatever the letters mean. */
    private static boolean raise(Path settings, Path to, int version) throws IOException {
        var text = new String(Files.readAllBytes(settings), StandardCharsets.ISO_8859_1);
        boolean isText = text.indexOf('\0') < 0;
        var later = isText ? VERSION.matcher(text).replaceFirst("$1" + version) : text;
        Files.write(to, later.getBytes(StandardCharsets.ISO_8859_1));
        return !later.equals(text);
    }
}
