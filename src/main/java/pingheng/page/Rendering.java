package pingheng.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import pingheng.page.form.Hidden;
import pingheng.page.form.UnsavedInput;
import pingheng.problem.Sentence;

/** Turns the record of a page into HTML. */
@Component
public class Rendering {
    /** The cookie that keeps the language one has chosen. */
    static final String LANGUAGE = "lang";

    /** The attribute of the session with the one sentence to say on the next page. */
    public static final String TOLD = "told";

    /** The attribute of the session with what comes back to its page. */
    public static final String RETURNED = "returned";

    /** Over the answer to a failure: nobody is asked for more, because that may be what failed. */
    private static final Masthead BARE = Masthead.empty(false);

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "pages");
    private final Mastheads mastheads;
    private final Clock clock;

    Rendering(Mastheads mastheads, Clock clock) {
        this.mastheads = mastheads;
        this.clock = clock;
    }

    /** Writes the page as the answer. */
    public void write(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var output = new Utf8ByteOutput();
        templates.render(template(page.getClass()), Map.of("page", page, "frame", frame(page, request)), output);
        response.setStatus(page.status());
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }

    /** Says a sentence on the next page that this visitor sees. */
    public static void tell(HttpServletRequest request, String sentence) {
        request.getSession().setAttribute(TOLD, sentence);
    }

    /** As above, to whoever sent the request which this thread works on. */
    public static void tell(Sentence sentence) {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        tell(attributes.getRequest(), sentence);
    }

    /** As above, in the language of the visitor. */
    public static void tell(HttpServletRequest request, Sentence sentence) {
        tell(request, chinese(request) ? sentence.zh() : sentence.en());
    }

    /** Whether the visitor reads Chinese: by choice, otherwise by what the browser prefers, otherwise yes. */
    public static boolean chinese(HttpServletRequest request) {
        if (request.getCookies() != null)
            for (Cookie cookie : request.getCookies())
                if (cookie.getName().equals(LANGUAGE)) return !cookie.getValue().equals("en");
        var accepted = request.getHeader("Accept-Language");
        return accepted == null || !accepted.toLowerCase(Locale.ROOT).startsWith("en");
    }

    private Frame frame(Page page, HttpServletRequest request) {
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var masthead = page instanceof Bare ? BARE : mastheads.of(request);
        return new Frame(
                chinese(request),
                masthead,
                new Hidden(
                        csrf == null ? "_csrf" : csrf.getParameterName(),
                        csrf == null ? "" : csrf.getToken(),
                        masthead.sender(),
                        Hidden.at(request)),
                clock.instant(),
                told(request),
                returned(request),
                WriteOutcome.of(request));
    }

    /** What comes back to the page on which it had been typed, after the writer signed in once more. */
    private static @Nullable UnsavedInput returned(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !request.getMethod().equals("GET") || request.getHeader("HX-Request") != null)
            return null;
        return session.getAttribute(RETURNED) instanceof Returned returned
                        && returned.at().equals(Hidden.at(request))
                ? returned.written()
                : null;
    }

    /** What had been typed on a page, kept for the person of the session until they send something from that page. */
    public record Returned(String at, UnsavedInput written) {}

    private static @Nullable String told(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || request.getHeader("HX-Request") != null) return null;
        var told = (String) session.getAttribute(TOLD);
        if (told != null) session.removeAttribute(TOLD);
        return told;
    }

    /** The template beside the record: the module is its folder. */
    private static String template(Class<?> page) {
        var module = page.getPackageName().replaceFirst("^pingheng\\.", "").replaceFirst("\\.pages$", "");
        return module.replace('.', '/') + "/" + page.getSimpleName() + ".jte";
    }
}
