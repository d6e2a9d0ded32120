package pingheng.people.acts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import pingheng.people.People;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.people.account.SignedIn;
import pingheng.problem.Reason;
import pingheng.problem.Refused;
import pingheng.value.UnitCode;

/**
 * Who asks: a handler that names a {@link Visitor} gets the person who signed in, on the post chosen. One that names a {@link Unit} gets
 * the unit of its address, which the visitor may see.
 */
@Component
public class VisitorArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {
    /** The attributes of session and request. */
    public static final String POST = "post";

    /** By which a program names one of several posts. */
    private static final String HEADER = "Pingheng-Post";

    private static final String PRESENT = People.Present.class.getName();

    private final People people;

    VisitorArgument(@Lazy People people) {
        this.people = people;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class || parameter.getParameterType() == Unit.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        var asked = request.getNativeRequest(HttpServletRequest.class);
        if (asked == null) throw new IllegalStateException("not over HTTP");
        var visitor = onPost(asked);
        return parameter.getParameterType() == Unit.class ? unit(visitor, asked) : visitor;
    }

    /** The unit of the address; one that the visitor may not see is unknown. */
    public Unit unit(Visitor visitor, HttpServletRequest request) {
        var variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        var code = new UnitCode(String.valueOf(variables.get("unit")));
        if (!code.equals(visitor.unit())) return people.seen(visitor, code);
        var home = home(visitor, request);
        Refused.on(visitor.whyNotSee(home));
        return home;
    }

    /** The visitor; refuses those who hold no post. */
    public Visitor onPost(HttpServletRequest request) {
        return visitor(request)
                .orElseThrow(() -> new Refused(Reason.forbidden(
                        "people.no-post",
                        "您目前没有岗位，或者登录后口令已重发；请退出重新登录，仍不行请联系本单位领导小组办公室",
                        "You hold no post at present, or a new slip was issued since you signed in: sign out and in again, or ask"
                                + " the office of your leading group")));
    }

    /** The visitor of a request; empty for those who have not signed in or hold no post. Looked up once a request. */
    public Optional<Visitor> visitor(HttpServletRequest request) {
        return present(request).map(People.Present::visitor);
    }

    /** The unit that the visitor's post belongs to. */
    public Unit home(Visitor visitor, HttpServletRequest request) {
        return present(request)
                .filter(present -> present.visitor().equals(visitor))
                .map(People.Present::unit)
                .orElseGet(() -> people.unit(visitor.unit()).orElseThrow());
    }

    private Optional<People.Present> present(HttpServletRequest request) {
        if (request.getAttribute(PRESENT) instanceof People.Present known) return Optional.of(known);
        var found = signedIn().flatMap(person -> chosen(people.present(person.login(), person.mark()), request));
        found.ifPresent(present -> request.setAttribute(PRESENT, present));
        return found;
    }

    /** Who has signed in, whether or not they hold a post. */
    public static Optional<SignedIn> signedIn() {
        var known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }

    /** On the post that a program names, else the one chosen in the session, else the first. */
    private static Optional<People.Present> chosen(List<People.Present> held, HttpServletRequest request) {
        if (held.isEmpty()) return Optional.empty();
        var named = request.getHeader(HEADER);
        if (named != null)
            return held.stream()
                    .filter(one -> String.valueOf(one.visitor().post().id()).equals(named))
                    .findFirst();
        var session = request.getSession(false);
        var chosen = session == null ? null : session.getAttribute(POST);
        return held.stream()
                .filter(one -> one.visitor().post().id().equals(chosen))
                .findFirst()
                .or(() -> Optional.of(held.getFirst()));
    }
}
