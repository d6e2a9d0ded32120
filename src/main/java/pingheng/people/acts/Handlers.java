package pingheng.people.acts;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;
import pingheng.digest.Canonical;
import pingheng.digest.Sha256;
import pingheng.page.failure.Failures;
import pingheng.page.form.Hidden;
import pingheng.people.Visitor;
import tools.jackson.databind.json.JsonMapper;

/** How handlers are called: one whose request brings a token is called by {@link Once}, after everything it was sent has come in. */
@Component
class Handlers implements WebMvcRegistrations {
    private final ObjectProvider<Once> once;
    private final ObjectProvider<VisitorArgument> visitors;
    private final ObjectProvider<JsonMapper> json;

    Handlers(ObjectProvider<Once> once, ObjectProvider<VisitorArgument> visitors, ObjectProvider<JsonMapper> json) {
        this.once = once;
        this.visitors = visitors;
        this.json = json;
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod handler) {
                return new Called(handler);
            }
        };
    }

    /** One call of a handler. */
    private final class Called extends ServletInvocableHandlerMethod {
        Called(HandlerMethod handler) {
            super(handler);
        }

        @Override
        protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
            if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes))
                return done(super.doInvoke(arguments));
            var request = attributes.getRequest();
            var token = Idempotency.token(request);
            if (!spends(request) || token.isEmpty()) return done(super.doInvoke(arguments));
            var visitor = visitors.getObject().visitor(request);
            if (visitor.isEmpty()) return done(super.doInvoke(arguments));

            var act = new Once.Sent(
                    request, visitor.get().login(), token.get(), content(request, visitor.get(), arguments));
            return prepares()
                    ? once.getObject().prepared(act, () -> (Prepared<?>) super.doInvoke(arguments))
                    : once.getObject().answer(act, () -> super.doInvoke(arguments));
        }

        private boolean prepares() {
            return getReturnType().getParameterType() == Prepared.class;
        }

        private static @Nullable Object done(@Nullable Object answer) throws Exception {
            return answer instanceof Prepared<?> prepared ? prepared.answer() : answer;
        }

        /** The digest of all that was sent: by whom, on which post, where to, fields, files, body. */
        private String content(HttpServletRequest request, Visitor visitor, @Nullable Object[] arguments)
                throws IOException, ServletException {
            var content = new Canonical().line(request.getMethod(), request.getRequestURI(), visitor.sender());
            new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
                if (!name.startsWith("_")) content.line("field", name, List.of(values));
            });
            if (Hidden.upload(request))
                for (var part : request.getParts())
                    if (part.getSubmittedFileName() != null)
                        try (var bytes = part.getInputStream()) {
                            content.line("file", part.getName(), part.getSubmittedFileName(), digest(bytes));
                        }
            var parameters = getMethodParameters();
            for (int i = 0; i < arguments.length; i++)
                if (parameters[i].hasParameterAnnotation(RequestBody.class))
                    content.line("body", json.getObject().writeValueAsString(arguments[i]));
            return content.digest();
        }
    }

    private static boolean spends(HttpServletRequest request) {
        if (Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())) return false;
        return Failures.program(request) || Idempotency.of(request) == Idempotency.ADDS;
    }

    private static String digest(InputStream bytes) throws IOException {
        var digest = Sha256.stream();
        var piece = new byte[1 << 16];
        for (int length; (length = bytes.read(piece)) > 0; ) digest.update(piece, 0, length);
        return Sha256.told(digest);
    }
}
