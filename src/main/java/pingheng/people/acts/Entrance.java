package pingheng.people.acts;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import pingheng.page.RefusedPage;
import pingheng.page.Rendering;
import pingheng.page.form.Hidden;
import pingheng.page.form.Prefix;
import pingheng.page.form.UnsavedInput;
import pingheng.people.setup.Setup;
import pingheng.problem.Reason;
import pingheng.problem.Sentence;
import pingheng.value.Login;

/** What becomes of a form that somebody sends who has not signed in, or signed in after it was rendered. */
@Component
public class Entrance implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Unsent unsent;
    private final RequestCache wanted;
    private final Rendering rendering;
    private final AuthenticationEntryPoint script = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);

    Entrance(Unsent unsent, RequestCache wanted, Rendering rendering) {
        this.unsent = unsent;
        this.wanted = wanted;
        this.rendering = rendering;
    }

    /** A person is led to the sign-in page, what they had typed is kept for them; a script that fills a part of a page is told. */
    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException unauthenticated)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            script.commence(request, response, unauthenticated);
            return;
        }
        if (request.getMethod().equals("POST")) unsent.keep(request, response);
        response.sendRedirect("/sign-in");
    }

    /**
     * The token against other sites is of another sign-in, or missing. What was typed is given back to its writer, or kept until they
     * sign in again, if the form came from a page of this site.
     */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var signedIn = VisitorArgument.signedIn();
        boolean own = signedIn.isPresent() && FormCheck.isOwn(request);
        boolean kept = !own && fromHere(request) && unsent.keep(request, response);
        if (kept && signedIn.isEmpty() && request.getHeader("HX-Request") == null) {
            response.sendRedirect("/sign-in");
            return;
        }
        var written = own ? Prefix.written(request) : UnsavedInput.NOTHING;
        rendering.write(new RefusedPage(old(kept), written, Hidden.back(request)), request, response);
    }

    private static Reason old(boolean kept) {
        return Reason.forbidden(
                "people.form-old",
                "这个页面是在另一次登录时打开的，或者开得太久。没有办理，也没有保存；%1$s请重新打开页面再办",
                "This page was opened under another sign-in, or too long ago. Nothing was done or saved: %2$sopen the page again",
                Unsent.told(kept).zh(),
                Unsent.told(kept).en());
    }

    /** Browsers name the page that a form is sent from; another site cannot put its own name away. */
    private static boolean fromHere(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        return origin != null
                && origin.replaceFirst("^https?://", "").equalsIgnoreCase(String.valueOf(request.getHeader("Host")));
    }

    /** Where a person goes who has just signed in: to what they had typed, to the page they wanted, otherwise to their desk. */
    public String after(HttpServletRequest request, HttpServletResponse response, Login login) {
        var session = request.getSession();
        for (var left : List.of(VisitorArgument.POST, Rendering.TOLD, Rendering.RETURNED))
            session.removeAttribute(left);
        var page = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        var kept = unsent.take(request, response);
        if (kept.isEmpty()) return page == null ? "/" : page.getRedirectUrl();

        if (kept.get().login().equals(login)) {
            session.setAttribute(
                    Rendering.RETURNED,
                    new Rendering.Returned(kept.get().at(), kept.get().written()));
            return kept.get().at();
        }
        Rendering.tell(
                request,
                new Sentence(
                        "登录之前从这个浏览器送出的表单是别人的：没有办理，也没有保存",
                        "The form that this browser sent before the sign-in was somebody else's: it was neither done nor saved"));
        return "/";
    }

    /** The token against other sites in a form with a file stands in its address: the file is not read for it. */
    public static CsrfTokenRequestHandler tokens() {
        var tokens = new XorCsrfTokenRequestAttributeHandler();
        return new CsrfTokenRequestHandler() {
            @Override
            public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
                tokens.handle(request, response, token);
            }

            @Override
            public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
                return tokens.resolveCsrfTokenValue(Hidden.upload(request) ? new Unread(request) : request, token);
            }
        };
    }

    /** Stops a file that is sent to a form for those who have not signed in: only the set-up takes one, while its link is open. */
    public OncePerRequestFilter uploads(Setup setup) {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (!Hidden.upload(request) || takes(setup, request)) chain.doFilter(request, response);
                else rendering.write(new RefusedPage(Reason.unknown(), UnsavedInput.NOTHING, "/"), request, response);
            }
        };
    }

    private static boolean takes(Setup setup, HttpServletRequest request) {
        var path = request.getRequestURI();
        if (path.startsWith("/setup/"))
            return setup.whyNotOpen(path.substring("/setup/".length())).isEmpty();
        return !Idempotency.of(path).filter(act -> act == Idempotency.DOOR).isPresent() && !path.equals("/sign-in");
    }

    /** A request whose body stays unread. */
    private static final class Unread extends HttpServletRequestWrapper {
        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            return Hidden.inQuery((HttpServletRequest) getRequest(), name);
        }
    }
}
