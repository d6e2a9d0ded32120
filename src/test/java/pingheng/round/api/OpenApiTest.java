package pingheng.round.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Program;
import pingheng.app.Routes;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)\\(");

    private final JsonNode api =
            Program.nobody(App.shared()).get("/api/v1/openapi").json();

    @Test
    void everyRouteOfTheInterfaceIsDescribedInBothLanguages() {
        for (var route : routes()) {
            var operation =
                    api.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
            assertThat(operation.isObject()).as("%s is not described", route).isTrue();
            assertThat(operation.path("summary").asString(""))
                    .as("the summary of %s", route)
                    .containsPattern("\\p{IsHan}")
                    .containsPattern("[A-Za-z]{3}");
        }
        assertThat(api.path("info").path("title").asString()).contains("评衡", "Pingheng");
    }

    @Test
    void theVariablesOfAnAddressAreItsOnlyParametersThatTheHandlersDoNotName() {
        for (var route : routes()) {
            var named = new ArrayList<String>();
            var operation =
                    api.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
            for (var parameter : operation.path("parameters"))
                named.add(parameter.path("name").asString());

            assertThat(named).as("%s", route).doesNotContain("where", "visitor").doesNotHaveDuplicates();
            VARIABLE.matcher(route.path())
                    .results()
                    .forEach(name -> assertThat(named).contains(name.group(1)));
        }
    }

    @Test
    void decimalsAreStringsAndAnswersHaveSchemas() {
        var point = api.path("components").path("schemas").path("PointAnswer").path("properties");

        assertThat(point.path("points").path("type").asString()).isEqualTo("string");
        assertThat(point.has("why_not")).isTrue();
    }

    /** OpenAPI knows a record by its simple name. */
    @Test
    void noTwoRecordsOfTheInterfaceShareAName() throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(OpenApiTest::ofTheInterface).toList())
                RECORD.matcher(Files.readString(file)).results().forEach(name -> names.add(name.group(1)));
        }
        assertThat(names).contains("PointAnswer").doesNotHaveDuplicates();
    }

    private static List<Routes.Route> routes() {
        var routes = Routes.of(App.shared()).all().stream()
                .filter(route -> route.path().startsWith("/api/"))
                .toList();
        assertThat(routes).isNotEmpty();
        return routes;
    }

    private static boolean ofTheInterface(Path file) {
        var folder = file.getParent();
        return folder != null && folder.endsWith("api") && file.toString().endsWith(".java");
    }
}
