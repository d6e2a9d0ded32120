package pingheng.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever is red, or takes a figure back, asks once more before it is done, on every page alike. */
class AsksFirstTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");

    /** The button that answers the question itself. */
    private static final String ANSWER = "撤回这个数";

    @Test
    void everyRedButtonAsksFirst() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(Files::isRegularFile).flatMap(file -> hasty(file).stream()))
                    .isEmpty();
        }
    }

    @Test
    void aRedButtonThatDoesNotAskIsSeen() {
        assertThat(hasty("<button class=\"btn btn-outline-danger\">${frame.say(\"免去\", \"Dismiss\")}</button>"))
                .hasSize(1);
        assertThat(hasty("<button formaction=\"/x/withdrawals\">${frame.say(\"撤回\", \"Withdraw\")}</button>"))
                .hasSize(1);
    }

    private static List<String> hasty(Path file) {
        try {
            return hasty(Files.readString(file)).stream()
                    .map(button -> TEMPLATES.relativize(file) + ": " + button)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> hasty(String template) {
        var hasty = new ArrayList<String>();
        for (var line : template.split("\n")) {
            boolean red = line.matches(".*(<button|@template)[^\n]*btn-(outline-)?danger.*");
            boolean back = line.matches(".*<button[^\n]*withdrawals.*");
            if ((red || back) && !line.contains("confirm") && !line.contains(ANSWER)) hasty.add(line);
        }
        return hasty;
    }
}
