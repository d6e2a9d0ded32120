package pingheng.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a handler return the record of a page. */
@Component
class PageAnswers implements WebMvcConfigurer, HandlerMethodReturnValueHandler {
    private final Rendering rendering;

    PageAnswers(@Lazy Rendering rendering) {
        this.rendering = rendering;
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(this);
    }

    @Override
    public boolean supportsReturnType(MethodParameter method) {
        return Page.class.isAssignableFrom(method.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object page, MethodParameter method, ModelAndViewContainer container, NativeWebRequest request)
            throws Exception {
        container.setRequestHandled(true);
        var asked = request.getNativeRequest(HttpServletRequest.class);
        var answer = request.getNativeResponse(HttpServletResponse.class);
        if (page instanceof Page shown && asked != null && answer != null) rendering.write(shown, asked, answer);
    }
}
