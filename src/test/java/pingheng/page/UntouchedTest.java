package pingheng.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No template says that nothing was saved or changed without asking what the request has done. */
class UntouchedTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");

    private static final Pattern CLAIM = Pattern.compile(
            "没有任何|什么都没|没有改变|没有采用|没有保存|未保存|没有办理|[Nn]othing was|[Nn]ot saved|[Nn]either done|[Uu]nchanged");

    /** Which say so of something else, and of what. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "page/layout.jte", "of a form sent after the session had ended, which no handler has seen",
            "people/SignInPage.jte", "of the same form",
            "visit/VisitPage.jte", "that nobody has noted a finding yet");

    @Test
    void whoeverClaimsItAsksWhatTheRequestHasDone() throws IOException {
        var claiming = new TreeSet<String>();
        var wrong = new TreeSet<String>();
        try (var all = Files.walk(TEMPLATES)) {
            for (var file :
                    all.filter(one -> one.toString().endsWith(".jte")).sorted().toList()) {
                var template = Files.readString(file);
                if (!CLAIM.matcher(template).find()) continue;
                var name = TEMPLATES.relativize(file).toString();
                if (ELSEWHERE.containsKey(name)) claiming.add(name);
                else if (!template.contains("@if(frame.untouched())")) wrong.add(name);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(claiming)
                .as("exceptions that are still needed")
                .containsExactlyElementsOf(new TreeSet<>(ELSEWHERE.keySet()));
    }
}
