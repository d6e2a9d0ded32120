package pingheng.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import pingheng.page.form.Fields;
import pingheng.problem.Refused;
import pingheng.text.Folding;
import pingheng.value.Codes;

/**
 * Hands a form whose fields are not known beforehand (one for each unit or post) to its page as a map, and a field that stands there
 * several times as a list, each text folded as every other field is. Spring hands both over as they came in, past all editors; this
 * resolver is asked before that one.
 */
@Component
class FormArgument implements HandlerMethodArgumentResolver, SmartInitializingSingleton {
    private final RequestMappingHandlerAdapter adapter;

    FormArgument(RequestMappingHandlerAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var resolvers = new ArrayList<HandlerMethodArgumentResolver>(List.of(this));
        resolvers.addAll(Objects.requireNonNullElse(adapter.getArgumentResolvers(), List.of()));
        adapter.setArgumentResolvers(resolvers);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class)
                && (parameter.getParameterType() == Map.class || ofList(parameter) != Object.class);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory)
            throws MissingServletRequestParameterException {
        if (parameter.getParameterType() == Map.class) return form(request);
        var told = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
        var field = told.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : told.name();
        var texts = request.getParameterValues(field);
        if (texts != null) return list(ofList(parameter), field, texts);
        if (!told.defaultValue().equals(ValueConstants.DEFAULT_NONE)) return List.of();
        if (told.required()) throw new MissingServletRequestParameterException(field, "List");
        return null;
    }

    /** What a list holds that can be read here: texts, whole numbers, numbers of rows, codes; {@code Object} for anything else. */
    private static Class<?> ofList(MethodParameter parameter) {
        if (parameter.getParameterType() != List.class) return Object.class;
        var of = ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve(Object.class);
        return of == String.class || of == Long.class || FormBinding.IDS.containsKey(of) || Codes.KINDS.containsKey(of)
                ? of
                : Object.class;
    }

    private static List<?> list(Class<?> of, String field, String[] texts) {
        if (of == String.class) return folded(field, texts);
        var code = Codes.KINDS.get(of);
        if (code != null)
            return folded(field, texts).stream()
                    .map(Folding::word)
                    .filter(word -> !word.isEmpty())
                    .map(code)
                    .toList();
        var id = FormBinding.IDS.get(of);
        var numbers = whole(field, texts, id == null ? "-?[0-9]{1,18}" : "[0-9]{1,18}");
        return id == null ? numbers : numbers.stream().map(id::apply).toList();
    }

    /** Each text by itself: Spring takes one text with a comma for two. */
    private static List<String> folded(String field, String[] texts) {
        var folded = new ArrayList<String>();
        for (var text : texts) {
            if (!Folding.writable(text)) throw new Refused(Fields.wrong(field));
            folded.add(Folding.text(text));
        }
        return folded;
    }

    private static List<Long> whole(String field, String[] texts, String shape) {
        var whole = new ArrayList<Long>();
        for (var text : texts) {
            var word = Folding.word(text);
            if (word.isEmpty()) continue;
            if (!Folding.writable(text) || !word.matches(shape)) throw new Refused(Fields.wrong(field));
            whole.add(Long.valueOf(word));
        }
        return whole;
    }

    private static Map<String, String> form(NativeWebRequest request) {
        var folded = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((field, texts) -> {
            var text = texts[0];
            if (!Folding.writable(field) || !Folding.writable(text)) throw new Refused(Fields.wrong(field));
            folded.put(field, Folding.text(text));
        });
        return folded;
    }
}
