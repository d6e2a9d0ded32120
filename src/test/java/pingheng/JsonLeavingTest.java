package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** JSON leaves the house as records through one mapper: nobody else makes a mapper, writes token by token, or types it. */
class JsonLeavingTest {
    private static final String MAPPERS = "pingheng.json.";
    private static final Pattern WRITER =
            Pattern.compile("tools\\.jackson\\.(?:core\\.(?:.*Generator|.*Factory)|databind\\.ObjectWriter)");
    private static final Pattern MAPPER = Pattern.compile("tools\\.jackson\\.databind\\.(?:json\\.Json|Object)Mapper");

    /** A name and its colon within a string of the code, or at the beginning of a line of a text block. */
    private static final Pattern TYPED = Pattern.compile("\\\\\"[\\w-]+\\\\\"\\s*:|^\\s*[{\\[]*\\s*\"[\\w-]+\"\\s*:");

    @Test
    void nobodyElseMakesAMapperOrWritesByHand() {
        assertThat(breaches(Code.house())).isEmpty();
    }

    @Test
    void nobodyTypesIt() throws IOException {
        var typed = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList())
                typed.addAll(typed(file, Files.readString(file)));
        }
        assertThat(typed).isEmpty();
    }

    @Test
    void aMapperOfSomebodysOwnIsSeen() {
        for (var own : List.of(
                "tools.jackson.databind.json.JsonMapper.builder().build()",
                "new tools.jackson.databind.json.JsonMapper()",
                "new tools.jackson.databind.ObjectMapper()"))
            assertThat(breaches(Code.planted("package pingheng.result; class Own { Object own = " + own + "; }")))
                    .as(own)
                    .hasSize(1);
    }

    @Test
    void whatIsWrittenTokenByTokenIsSeen() {
        assertThat(breaches(Code.planted("""
                package pingheng.result;
                class Own { void write(tools.jackson.core.JsonGenerator json) { json.writeStartObject(); } }
                """)))
                .containsExactly("pingheng.result.Own uses tools.jackson.core.JsonGenerator");
    }

    @Test
    void theMapperMayBeUsedByAll() {
        assertThat(breaches(Code.planted(
                        "package pingheng.result; class Own { Object written(tools.jackson.databind.json.JsonMapper json)"
                                + " { return json.writeValueAsString(1); } }")))
                .isEmpty();
    }

    @Test
    void typedTextIsSeen() {
        var file = Path.of("Own.java");

        assertThat(typed(file, "var json = \"{\\\"code\\\": 1}\";")).hasSize(1);
        assertThat(typed(file, "var json = \"\"\"\n        {\"code\":\n        \"\"\";"))
                .hasSize(1);
        assertThat(typed(file, "var word = plain ? \"code\" : \"name\";")).isEmpty();
    }

    private static List<String> breaches(JavaClasses code) {
        return code.stream()
                .filter(type -> !type.getName().startsWith(MAPPERS))
                .flatMap(type -> Stream.concat(
                                type.getAccessesFromSelf().stream()
                                        .filter(JsonLeavingTest::makesAMapper)
                                        .map(JavaAccess::getTargetOwner),
                                type.getDirectDependenciesFromSelf().stream()
                                        .map(dependency -> dependency.getTargetClass())
                                        .filter(target ->
                                                WRITER.matcher(target.getName()).matches()))
                        .map(target -> type.getName() + " uses " + target.getName()))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean makesAMapper(JavaAccess<?> access) {
        return MAPPER.matcher(access.getTargetOwner().getName()).matches()
                && List.of("builder", "<init>", "shared").contains(access.getName());
    }

    private static List<String> typed(Path file, String text) {
        return text.lines()
                .filter(line -> TYPED.matcher(line).find())
                .map(line -> file + ": " + line.strip())
                .toList();
    }
}
