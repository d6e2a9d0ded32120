package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.support.HandlerMethodArgumentResolverComposite;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;
import pingheng.problem.Refused;
import pingheng.text.Folding;
import pingheng.text.Hostile;
import pingheng.value.Code;
import pingheng.value.Login;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each field of each form and each property of each body, as the application itself knows them, takes whatever is typed in its
 * canonical form, which it takes again as the same, or refuses it. Asked of the very resolvers and readers that requests go through.
 */
class TypedFieldsTest {
    private static final List<String> SECRETS = List.of("password", "again", "slip");

    private final RequestMappingHandlerAdapter adapter =
            App.shared().bean("requestMappingHandlerAdapter", RequestMappingHandlerAdapter.class);

    private final HandlerMethodArgumentResolverComposite resolvers = new HandlerMethodArgumentResolverComposite()
            .addResolvers(Objects.requireNonNull(adapter.getArgumentResolvers()));

    @Test
    void eachFieldOfEachFormIsTakenCanonicallyOrRefused() {
        var fields = parameters(RequestParam.class);
        assertThat(fields).hasSizeGreaterThan(80);
        assertThat(Hostile.texts()).hasSizeGreaterThan(200);
        assertThat(wrong(fields, binding())).isEmpty();
    }

    @Test
    void aFieldThatIsBoundWithoutFoldingIsSeen() {
        var plain = new ServletRequestDataBinderFactory(List.of(), adapter.getWebBindingInitializer());
        assertThat(wrong(parameters(RequestParam.class), plain)).hasSizeGreaterThan(1000);
    }

    /** Where a handler takes several fields of a form as one record. */
    @Test
    void eachFieldThatARecordIsBoundFromIsTakenCanonicallyOrRefused() {
        var records = parameters(one -> one.getParameterAnnotations().length == 0
                && one.getParameterType().isRecord()
                && Modifier.isStatic(one.getParameterType().getModifiers()));
        assertThat(records).isNotEmpty();
        var wrong = new ArrayList<String>();
        for (var record : records)
            for (var component : record.getParameterType().getRecordComponents())
                for (var text : Hostile.texts()) {
                    var why = wrong(record, component, text);
                    if (why != null)
                        wrong.add("%s %s \"%.40s\": %s".formatted(record.getExecutable(), component, text, why));
                }
        assertThat(wrong).isEmpty();
    }

    private @Nullable String wrong(MethodParameter record, RecordComponent component, String text) {
        try {
            var request = new MockHttpServletRequest("POST", "/");
            request.addParameter(component.getName(), text);
            var asked = new ServletWebRequest(request);
            var taken = resolvers.resolveArgument(record, new ModelAndViewContainer(), asked, binding());
            var value = new Body.Path(List.of(component.getName())).in(taken);
            if (!Folding.writable(text)) return "is taken, although nothing can keep it";
            return Folding.text(text).equals(value) ? null : "is taken as " + value;
        } catch (BindException refused) {
            return Folding.writable(text) ? "is refused" : null;
        } catch (Exception broken) {
            return "breaks: " + broken;
        }
    }

    @Test
    void eachPropertyOfEachBodyIsTakenCanonicallyOrRefused() {
        var bodies = parameters(RequestBody.class).stream()
                .map(body -> Body.of(body.getGenericParameterType()))
                .toList();
        assertThat(bodies).hasSizeGreaterThan(25);
        assertThat(bodies.stream().mapToInt(body -> body.texts().size()).sum()).isGreaterThan(40);
        assertThat(wrong(bodies, App.shared().bean(JsonMapper.class))).isEmpty();
    }

    @Test
    void aBodyThatIsReadWithoutFoldingIsSeen() {
        var bodies = parameters(RequestBody.class).stream()
                .map(body -> Body.of(body.getGenericParameterType()))
                .toList();
        assertThat(wrong(bodies, JsonMapper.builder().build())).hasSizeGreaterThan(1000);
    }

    private List<String> wrong(List<MethodParameter> fields, WebDataBinderFactory binding) {
        var wrong = new ArrayList<String>();
        for (var field : fields) {
            if (field.getGenericParameterType().getTypeName().contains("MultipartFile")) continue;
            for (var text : texts(field)) {
                var why = wrong(field, text, binding);
                if (why != null)
                    wrong.add("%s %s \"%.40s\": %s".formatted(field.getExecutable(), name(field), text, why));
            }
        }
        return wrong;
    }

    private static List<String> texts(MethodParameter field) {
        var texts = new ArrayList<>(Hostile.texts());
        if (field.getParameterType() == boolean.class) texts.addAll(Hostile.around("false"));
        return texts;
    }

    private @Nullable String wrong(MethodParameter field, String text, WebDataBinderFactory binding) {
        try {
            var taken = taken(field, text, binding);
            if (taken == null || left(field, text)) return null;
            if (!Folding.writable(text)) return "is taken, although nothing can keep it";
            var expected = SECRETS.contains(name(field)) ? text : canonical(field, text);
            if (!String.valueOf(taken).equals(expected)) return "is taken as " + taken;
            var again = taken(field, String.valueOf(taken), binding);
            return taken.equals(again) ? null : "is another value when it is read again: " + again;
        } catch (MethodArgumentTypeMismatchException | MissingServletRequestParameterException | Refused refused) {
            return null;
        } catch (Exception broken) {
            return "breaks: " + broken;
        }
    }

    /** Whether nothing was typed into a field that may be left as it is. */
    private static boolean left(MethodParameter field, String text) {
        var told = Objects.requireNonNull(field.getParameterAnnotation(RequestParam.class));
        boolean may = !told.required() || !told.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        return may && Folding.word(text).isEmpty();
    }

    /** What it is taken as; null where the field may be left out. */
    private @Nullable Object taken(MethodParameter field, String text, WebDataBinderFactory binding) throws Exception {
        var request = new MockHttpServletRequest("POST", "/");
        request.addParameter(name(field), text);
        var container = new ModelAndViewContainer();
        var taken = resolvers.resolveArgument(field, container, new ServletWebRequest(request), binding);
        if (taken instanceof Map<?, ?> form) return form.get(name(field));
        return taken instanceof List<?> list && list.size() == 1 ? list.getFirst() : taken;
    }

    /** A text as it shows, a code made plain, and a sign-in name in small letters. */
    private static String canonical(Class<?> type, String text) {
        if (type == Login.class) return Folding.word(text).toLowerCase(Locale.ROOT);
        return Code.class.isAssignableFrom(type) ? Folding.word(text) : Folding.text(text);
    }

    /** A text as it shows, any other value as it is written out in full. */
    private static String canonical(MethodParameter field, String text) {
        var type = field.getParameterType();
        boolean texts = field.getGenericParameterType().getTypeName().contains("String");
        var of = ResolvableType.forMethodParameter(field).getGeneric(0).resolve(type);
        if (Code.class.isAssignableFrom(of)) return canonical(of, text);
        if (type == String.class || texts) return Folding.text(text);
        var word = Folding.word(text);
        if (type == LocalDate.class) return word;
        if (type == boolean.class || type == Boolean.class)
            return String.valueOf(List.of("true", "on", "yes", "1").contains(word));
        return word.matches("-?[0-9]+") ? String.valueOf(Long.parseLong(word)) : "no number";
    }

    private static List<String> wrong(List<Body> bodies, JsonMapper mapper) {
        var wrong = new ArrayList<String>();
        for (var body : bodies)
            for (var path : body.texts())
                for (var text : Hostile.texts()) {
                    try {
                        Object taken =
                                path.in(mapper.readValue(body.with(path, text), mapper.constructType(body.type())));
                        if (taken == null
                                ? !Folding.word(text).isEmpty()
                                : !Folding.writable(text) || !taken.toString().equals(canonical(path.of(), text)))
                            wrong.add("%s %s \"%.40s\" is taken as %s".formatted(body.type(), path, text, taken));
                    } catch (JacksonException refused) {
                        boolean none =
                                path.of() != String.class && Folding.word(text).isEmpty();
                        if (Folding.writable(text) && !none)
                            wrong.add(body.type() + " " + path + ": " + refused.getMessage());
                    }
                }
        return wrong;
    }

    /** The editors that every controller is given. */
    private WebDataBinderFactory binding() {
        var context = Objects.requireNonNull(adapter.getApplicationContext());
        var editors = new ArrayList<InvocableHandlerMethod>();
        for (var advice : ControllerAdviceBean.findAnnotatedBeans(context)) {
            var type = Objects.requireNonNull(advice.getBeanType());
            for (var method :
                    MethodIntrospector.selectMethods(type, RequestMappingHandlerAdapter.INIT_BINDER_METHODS)) {
                var editor = new InvocableHandlerMethod(advice.resolveBean(), method);
                editor.setHandlerMethodArgumentResolvers(resolvers);
                editors.add(editor);
            }
        }
        return new ServletRequestDataBinderFactory(editors, adapter.getWebBindingInitializer());
    }

    private static List<MethodParameter> parameters(Class<? extends java.lang.annotation.Annotation> told) {
        return parameters(one -> one.hasParameterAnnotation(told));
    }

    private static List<MethodParameter> parameters(Predicate<MethodParameter> wanted) {
        return App.shared()
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .filter(handler -> handler.getBeanType().getName().startsWith("pingheng"))
                .map(HandlerMethod::getMethodParameters)
                .flatMap(Arrays::stream)
                .filter(wanted)
                .peek(one -> one.initParameterNameDiscovery(new DefaultParameterNameDiscoverer()))
                .toList();
    }

    private static String name(MethodParameter parameter) {
        var told = parameter.getParameterAnnotation(RequestParam.class);
        if (told != null && !told.name().isEmpty()) return told.name();
        return String.valueOf(parameter.getParameterName());
    }
}
