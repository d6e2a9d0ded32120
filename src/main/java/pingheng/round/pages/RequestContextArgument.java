package pingheng.round.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import pingheng.people.acts.VisitorArgument;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.round.RequestContext;
import pingheng.round.RoundContext;
import pingheng.round.Rounds;
import pingheng.value.RoundCode;

/**
 * Resolves {@link RequestContext} and {@link RoundContext} from the address; a unit the visitor may not see is as unknown as one that does
 * not exist.
 */
@Component
public class RequestContextArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    private static final String CONTEXT = RequestContext.class.getName();

    private final Rounds rounds;
    private final VisitorArgument visitors;

    RequestContextArgument(@Lazy Rounds rounds, VisitorArgument visitors) {
        this.rounds = rounds;
        this.visitors = visitors;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RequestContext.class || ofRound(parameter);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        var asked = request.getNativeRequest(HttpServletRequest.class);
        if (asked == null) throw new IllegalStateException("not over HTTP");
        if (ofRound(parameter))
            return new RoundContext(visitors.onPost(asked), rounds.get(new RoundCode(code(asked))), Arrival.of(asked));
        var visitor = visitors.visitor(asked).orElseThrow(() -> new Refused(Reason.unknown()));
        var unit = visitors.unit(visitor, asked);
        var round = rounds.get(new RoundCode(code(asked)));
        Refused.on(rounds.whyNotIn(round, unit));
        var context = new RequestContext(visitor, round, unit, Arrival.of(asked));
        asked.setAttribute(CONTEXT, context);
        return context;
    }

    /** What was found for this request; empty for a page that concerns no unit. */
    public static Optional<RequestContext> found(HttpServletRequest request) {
        return request.getAttribute(CONTEXT) instanceof RequestContext known ? Optional.of(known) : Optional.empty();
    }

    private static boolean ofRound(MethodParameter parameter) {
        return parameter.getParameterType() == RoundContext.class;
    }

    private static String code(HttpServletRequest request) {
        var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return String.valueOf(variables.get("round"));
    }
}
