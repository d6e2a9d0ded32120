package pingheng.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pingheng.app.App;

/** Every field of every form, as templates and pages have it, is called something in both languages or is declared technical. */
class FieldsTest {
    private static final Pattern FIELD = Pattern.compile(
            "<(?:input|select|textarea|button)\\b[^\\n]*?\\bname=\"(\\$\\{level\\.code\\(\\)}|[^\"$]+)");

    @Test
    void everyFieldOfEveryFormHasALabelOrIsTechnical() throws IOException {
        var fields = new TreeSet<String>();
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            for (var template : templates.filter(Files::isRegularFile).toList())
                FIELD.matcher(Files.readString(template)).results().forEach(found -> fields.add(found.group(1)));
        }
        fields.addAll(asked());
        if (fields.remove("${level.code()}")) fields.addAll(List.of("county", "city"));

        assertThat(fields).hasSizeGreaterThan(70);
        assertThat(unnamed(fields)).isEmpty();
    }

    @Test
    void aFieldWithoutANameIsSeen() {
        assertThat(unnamed(Set.of("statement", "mark_5.1.1", "seen", "madeUp"))).containsExactly("madeUp");
    }

    @Test
    void whatIsGivenBackStandsUnderItsLabelAndNothingTechnicalDoes() {
        var written = new TreeMap<>(Map.of(
                "statement", "教育支出只增不减", "text_5.1.1", "见决算", "kind", "material", "cell", "x@2019", "madeUp", "?"));

        assertThat(Fields.shown(written))
                .extracting(shown -> shown.label().zh())
                .containsExactly("得失分说明", "正文 5.1.1");
    }

    @Test
    void aRefusalOfAFieldNamesItAsPeopleDo() {
        assertThat(Fields.wrong("due").sentence().zh()).startsWith("「期限」填写不对");
        assertThat(Fields.wrong("due").sentence().en()).startsWith("“Due” is not right");
        assertThat(Fields.wrong("seen").sentence().zh()).doesNotContain("seen").contains("重新打开");
    }

    private static Set<String> unnamed(Set<String> fields) {
        var unnamed = new TreeSet<String>();
        for (var field : fields)
            if (!field.startsWith("_") && Fields.label(field).isEmpty() && !Fields.technical(field)) unnamed.add(field);
        return unnamed;
    }

    /** The fields that pages ask for by name; those of programs go by their own. */
    private static Set<String> asked() {
        var asked = new TreeSet<String>();
        App.shared()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .filter(handler -> handler.getBeanType().getPackageName().endsWith(".pages"))
                .flatMap(handler -> Arrays.stream(handler.getMethodParameters()))
                .filter(one -> one.hasParameterAnnotation(RequestParam.class) && one.getParameterType() != Map.class)
                .forEach(one -> asked.add(name(one)));
        return asked;
    }

    private static String name(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        var told = parameter.getParameterAnnotation(RequestParam.class);
        if (told != null && !told.name().isEmpty()) return told.name();
        return String.valueOf(parameter.getParameterName());
    }
}
