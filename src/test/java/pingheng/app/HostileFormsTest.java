package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever stands in a field of a form or in the query of an address, it is taken or refused, and nothing breaks. */
class HostileFormsTest {
    private static final List<String> HOSTILE = List.of(
            "",
            "\0",
            "5\0",
            "-1",
            "2147483647",
            "9223372036854775807",
            "99999999999999999999",
            "1e400",
            "+999999-01-01",
            "2020-02-30",
            "0".repeat(64),
            "\u202e<script>alert(1)</script>",
            "'; drop table answer; --",
            "x".repeat(30_000));

    /** One field of one form. */
    private record Field(String method, String path, List<MethodParameter> all, String hostile) {}

    @Test
    void noFieldOfAnyFormBreaksAPage() {
        try (var app = App.fresh().assigned()) {
            var fields = fields(app);
            var guests = List.of(
                    Guest.as(app, "finance"),
                    Guest.as(app, "office"),
                    Guest.as(app, "province"),
                    Guest.as(app, "member1"),
                    Guest.as(app, "inspector"));
            var broken = new ArrayList<String>();
            for (var field : fields) {
                var guest = reaching(guests, field);
                for (var text : HOSTILE) {
                    int status = send(guest, field, text);
                    if (status >= 500)
                        broken.add(
                                "%s %s %s=%.20s: %d".formatted(field.method, field.path, field.hostile, text, status));
                }
            }
            assertThat(broken).isEmpty();
            assertThat(fields).hasSizeGreaterThan(60);
        }
    }

    /** The first whose post does not keep them from the handler; where it keeps all of them, the first of all. */
    private static Guest reaching(List<Guest> guests, Field field) {
        return guests.stream()
                .filter(guest -> !Set.of(403, 404).contains(send(guest, field, "x")))
                .findFirst()
                .orElse(guests.getFirst());
    }

    private static List<Field> fields(App app) {
        var fields = new ArrayList<Field>();
        app.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (!handler.getBeanType().getName().startsWith("pingheng")) return;
                    for (var path : mapping.getPatternValues())
                        for (var method : mapping.getMethodsCondition().getMethods())
                            names(handler)
                                    .forEach(one ->
                                            fields.add(new Field(method.name(), path, parameters(handler), one)));
                });
        return fields;
    }

    /** Also those of a record that several fields are taken as, and what a page may read out of all that is sent. */
    private static Set<String> names(HandlerMethod handler) {
        var names = new LinkedHashSet<String>();
        for (var one : parameters(handler))
            if (one.getParameterType() == Map.class) names.addAll(List.of("text", "statement", "reason", "document"));
            else names.add(name(one));
        for (var one : handler.getMethodParameters())
            if (one.getParameterAnnotations().length == 0
                    && one.getParameterType().isRecord())
                for (var component : one.getParameterType().getRecordComponents()) names.add(component.getName());
        return names;
    }

    private static List<MethodParameter> parameters(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(one -> one.hasParameterAnnotation(RequestParam.class)
                        && !one.getGenericParameterType().getTypeName().contains(MultipartFile.class.getName()))
                .map(HostileFormsTest::named)
                .toList();
    }

    private static MethodParameter named(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        return parameter;
    }

    private static int send(Guest guest, Field field, String text) {
        var path = field.path
                .replace("{round}", "GD-2020")
                .replaceAll("\\{unit[^/]*}", App.PANYU.text())
                .replaceAll("\\{point[^/]*}", "5.1.1")
                .replace("{stage}", "plan")
                .replace("{layer}", "province")
                .replaceAll("\\{[^/]*}", "1");
        var form = new HashMap<String, String>();
        for (var one : field.all) form.put(name(one), plausible(one));
        form.put(field.hostile, text);
        var encoded = form.entrySet().stream()
                .flatMap(one -> List.of(one.getKey(), one.getValue()).stream())
                .toArray(String[]::new);
        if (field.method.equals("POST") && path.endsWith("evidence"))
            return guest.upload(path, form, Map.of("a.pdf", new byte[0])).status();
        if (field.method.equals("POST")) return guest.post(path, encoded).status();
        if (field.method.equals("GET"))
            return guest.get(path + Guest.query(encoded)).status();
        return 0;
    }

    private static String name(MethodParameter parameter) {
        var told = parameter.getParameterAnnotation(RequestParam.class);
        if (told != null && !told.name().isEmpty()) return told.name();
        return String.valueOf(parameter.getParameterName());
    }

    private static String plausible(MethodParameter parameter) {
        var type = parameter.getParameterType();
        if (type == LocalDate.class) return "2020-09-09";
        if (type == boolean.class) return "true";
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return "0";
        return "x";
    }
}
