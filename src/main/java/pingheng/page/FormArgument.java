package pingheng.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.text.Folding;

/**
 * Hands a form whose fields are not known beforehand (one for each unit or post) to its page as a map, each text folded as every
 * other field is. Spring hands such a map over as it came in, past all editors; this resolver is asked before that one.
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
        return parameter.hasParameterAnnotation(RequestParam.class) && parameter.getParameterType() == Map.class;
    }

    @Override
    public Map<String, String> resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        var folded = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((field, texts) -> {
            var text = texts[0];
            if (!Folding.writable(field) || !Folding.writable(text)) throw new Refused(unreadable(field));
            folded.put(field, Folding.text(text));
        });
        return folded;
    }

    /** Why a field cannot be read as what it is asked for. */
    static Reason unreadable(String field) {
        return Reason.malformed(
                "page.field",
                "「%1$s」填写不对：数字用阿拉伯数字，日期如 2020-09-10，文字里不能有控制字符",
                "“%1$s” is not right: whole numbers in digits, days like 2020-09-10, no control characters in a text",
                field.replaceAll("[^\\p{IsAlphabetic}0-9_-]", ""));
    }
}
