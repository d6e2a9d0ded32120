package pingheng.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What a request has done to the data, as far as the program knows it. */
public enum WriteOutcome {
    /** No transaction that may write has been committed. */
    NOTHING,
    /** At least one transaction was committed, and the database has said so. */
    WRITTEN,
    /** A commit was asked for, and the answer of the database never came. */
    UNCLEAR;

    private static final String ATTRIBUTE = WriteOutcome.class.getName();
    private static final Set<String> LOOKS = Set.of("GET", "HEAD");

    public static WriteOutcome of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof WriteOutcome known ? known : NOTHING;
    }

    /** That of the request which this thread works on; work outside a request is told in its log. */
    public static WriteOutcome current() {
        var request = request();
        return request == null ? NOTHING : of(request);
    }

    /** Notes it for the request which this thread works on. Whoever looks has asked for nothing: what a look leaves behind is not told of. */
    public void note() {
        var request = request();
        if (request != null && !LOOKS.contains(request.getMethod())) request.setAttribute(ATTRIBUTE, this);
    }

    private static @Nullable HttpServletRequest request() {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        return attributes instanceof ServletRequestAttributes servlet ? servlet.getRequest() : null;
    }
}
