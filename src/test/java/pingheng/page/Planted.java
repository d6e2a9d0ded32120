package pingheng.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/**
 * Lets a request of a test throw at each point it passes, found by program: filters, filters of the gate, converters of arguments,
 * handlers, writers of answers and views. Without its header nothing happens.
 */
@Component
class Planted implements BeanPostProcessor, WebMvcConfigurer {
    /** Names the point and what is thrown there. */
    static final String HEADER = "X-Planted";

    /** Every point that there is. */
    static final Set<String> POINTS = new ConcurrentSkipListSet<>();

    /** What a fault looks like. */
    enum Kind {
        UNCHECKED,
        INPUT,
        ERROR,
        /** A refusal with findings, as of a table. */
        REFUSED
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            // those of the gate are met in its chains
            case Filter filter
            when !filter.getClass().getName().startsWith("org.springframework.security") -> new Filtering(filter);
            case SecurityFilterChain chain -> new Gated(chain, filters(chain));
            case RequestMappingHandlerAdapter adapter -> adapter(adapter);
            default -> bean;
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        POINTS.addAll(List.of("handler before", "handler after"));
        var planted = new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                    throws IOException {
                at("handler before", request);
                return true;
            }

            @Override
            public void postHandle(
                    HttpServletRequest request,
                    HttpServletResponse response,
                    Object handler,
                    @Nullable ModelAndView view)
                    throws IOException {
                at("handler after", request);
            }
        };
        // right before the handler: whose form it is has been asked by then
        registry.addInterceptor(planted).order(Ordered.LOWEST_PRECEDENCE);
    }

    private static List<Filter> filters(SecurityFilterChain chain) {
        return chain.getFilters().stream()
                .map(Filtering::new)
                .map(Filter.class::cast)
                .toList();
    }

    private static RequestMappingHandlerAdapter adapter(RequestMappingHandlerAdapter adapter) {
        adapter.setArgumentResolvers(Objects.requireNonNull(adapter.getArgumentResolvers()).stream()
                .map(one -> (HandlerMethodArgumentResolver) new Resolving(one))
                .toList());
        adapter.setReturnValueHandlers(Objects.requireNonNull(adapter.getReturnValueHandlers()).stream()
                .map(one -> (HandlerMethodReturnValueHandler) new Answering(one))
                .toList());
        return adapter;
    }

    private static String name(String kind, Object of) {
        return kind + " " + of.getClass().getSimpleName();
    }

    /** Throws when the request asks for it here; the page of errors is left alone. */
    private static void at(String point, @Nullable ServletRequest request) throws IOException {
        POINTS.add(point);
        if (!(request instanceof HttpServletRequest asked) || asked.getDispatcherType() != DispatcherType.REQUEST)
            return;
        for (var kind : Kind.values())
            if ((point + "=" + kind).equals(asked.getHeader(HEADER)))
                switch (kind) {
                    case UNCHECKED -> throw new IllegalStateException("planted");
                    case INPUT -> throw new IOException("planted");
                    case REFUSED -> throw new Refused(Place.file("a.csv"), "planted", new Sentence("不行", "no"));
                    case ERROR -> throw new StackOverflowError("planted");
                }
    }

    /** A filter, where it is ordered. */
    private record Filtering(Filter filter) implements Filter, Ordered {
        private Filtering {
            POINTS.addAll(List.of(name("filter", filter) + " before", name("filter", filter) + " after"));
        }

        @Override
        public int getOrder() {
            if (filter instanceof Ordered ordered) return ordered.getOrder();
            return Objects.requireNonNullElse(OrderUtils.getOrder(filter.getClass()), Ordered.LOWEST_PRECEDENCE);
        }

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            at(name("filter", filter) + " before", request);
            filter.doFilter(request, response, chain);
            at(name("filter", filter) + " after", request);
        }
    }

    private record Gated(SecurityFilterChain chain, List<Filter> filters) implements SecurityFilterChain {
        @Override
        public boolean matches(HttpServletRequest request) {
            return chain.matches(request);
        }

        @Override
        public List<Filter> getFilters() {
            return filters;
        }
    }

    private record Resolving(HandlerMethodArgumentResolver resolver) implements HandlerMethodArgumentResolver {
        private Resolving {
            POINTS.add(name("argument", resolver));
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return resolver.supportsParameter(parameter);
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory factory)
                throws Exception {
            at(name("argument", resolver), request.getNativeRequest(HttpServletRequest.class));
            return resolver.resolveArgument(parameter, container, request, factory);
        }
    }

    private record Answering(HandlerMethodReturnValueHandler handler) implements HandlerMethodReturnValueHandler {
        private Answering {
            POINTS.add(name("answer", handler));
        }

        @Override
        public boolean supportsReturnType(MethodParameter type) {
            return handler.supportsReturnType(type);
        }

        @Override
        public void handleReturnValue(
                @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest request)
                throws Exception {
            at(name("answer", handler), request.getNativeRequest(HttpServletRequest.class));
            handler.handleReturnValue(value, type, container, request);
        }
    }
}
