package pingheng.page.failure;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pingheng.page.Rendering;
import pingheng.page.api.Problem;
import pingheng.page.form.Hidden;

/** Answers what failed outside every rule: in a page of ours to those who read, in problem details to programs. */
@Component
public class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final int BROKEN = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private final Rendering rendering;
    private final Shown shown;

    Failures(Rendering rendering, Shown shown) {
        this.rendering = rendering;
        this.shown = shown;
    }

    /** Whether the answer goes to a program. */
    public static boolean program(HttpServletRequest request) {
        return asked(request).startsWith("/api/");
    }

    /**
     * A fault of ours. An answer that is under way already cannot be taken back: the fault goes on to the container, which cuts the
     * line, so that half an answer is not taken for a whole one.
     *
     * @param written what had been typed, to be given back
     */
    public void broken(
            Exception broken, HttpServletRequest request, HttpServletResponse response, Map<String, String> written)
            throws IOException {
        if (Blame.left(broken)) {
            LOG.debug("{} {}: nobody waits for the answer any more", Failure.method(request), asked(request));
            return;
        }
        var fault = Blame.ofSender(broken, request);
        var number = fault.isPresent() ? "" : noted(broken, request);
        if (response.isCommitted()) throw new IOException("failed under way, number " + number, broken);
        response.reset();
        answer(
                fault.map(Failure::refused).orElseGet(() -> Failure.broken(request, number, read(request))),
                request,
                response,
                written);
    }

    /** What the container, or a filter, refused or failed at with that status. */
    void answer(int status, @Nullable Throwable cause, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean ours = status >= BROKEN && status != NOT_IMPLEMENTED && status != 505;
        var failed = cause == null ? new IllegalStateException("HTTP " + status) : cause;
        var fault = ours ? Blame.ofSender(failed, request) : Optional.of(status);
        var failure = fault.map(Failure::refused)
                .orElseGet(() -> Failure.broken(request, noted(failed, request), read(request)));
        answer(failure, request, response, Map.of());
    }

    private void answer(
            Failure failure, HttpServletRequest request, HttpServletResponse response, Map<String, String> written)
            throws IOException {
        var reason = failure.reason();
        if (!program(request))
            rendering.write(new FailurePage(reason, failure.status(), look(request), written), request, response);
        else
            Problem.of(reason, failure.status(), List.of())
                    .instance(failure.look())
                    .write(response);
    }

    /** What was asked for, also while the container asks for the page of errors. */
    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : Objects.requireNonNullElse(request.getRequestURI(), "");
    }

    private static String noted(Throwable broken, HttpServletRequest request) {
        var number = Integer.toHexString(System.identityHashCode(broken));
        LOG.error("{} {} failed, number {}", Failure.method(request), asked(request), number, broken);
        return number;
    }

    /** Where one can see what became of the request: the page that it was sent from, or what its address changes; else the desk. */
    private String look(HttpServletRequest request) {
        if (program(request)) return shown.by(asked(request));
        var form = form(request);
        var from = form.equals("/") ? from(request) : form;
        boolean sent = !Failure.method(request).matches("GET|HEAD");
        return from.equals("/") && sent ? shown.by(asked(request)) : from;
    }

    /** Where a program can; empty for those who read pages. */
    private String read(HttpServletRequest request) {
        return program(request) ? look(request) : "";
    }

    /** The page of the form that was sent, as far as the request can be read. */
    private static String form(HttpServletRequest request) {
        try {
            return Hidden.back(request);
        } catch (IllegalStateException unreadable) {
            return "/";
        }
    }

    /** The page of this site that the browser says it came from; the desk where it does not say. */
    private static String from(HttpServletRequest request) {
        var from = request.getHeader("Referer");
        if (from == null) return "/";
        try {
            var page = URI.create(from);
            var path = page.getRawPath();
            boolean here = Objects.equals(page.getAuthority(), request.getHeader("Host"));
            return here && path != null ? Hidden.local(path) : "/";
        } catch (IllegalArgumentException none) {
            return "/";
        }
    }
}
