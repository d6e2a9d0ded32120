package pingheng.page.failure;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;
import pingheng.page.WriteOutcome;

/**
 * Whose fault it is that a request failed. The fields of a form are read wherever the first of us asks for one, often in a filter, and
 * what cannot be read breaks there.
 */
final class Blame {
    private static final int MALFORMED = 400;
    private static final int MEDIA = 415;

    private Blame() {}

    /** Whether the one who asked has hung up. */
    static boolean left(Throwable failed) {
        return causes(failed).stream()
                .anyMatch(one -> one instanceof ClientAbortException || one instanceof AsyncRequestNotUsableException);
    }

    /** The status that the sender's fault deserves (RFC 9110); empty where the fault is ours, as it is once something was taken. */
    static Optional<Integer> ofSender(Throwable failed, HttpServletRequest request) {
        if (WriteOutcome.of(request) != WriteOutcome.NOTHING) return Optional.empty();
        if (anyType(request)) return Optional.of(MEDIA);
        for (var cause : causes(failed).reversed()) {
            if (cause instanceof InvalidParameterException fields) return Optional.of(fields.getErrorCode());
            if (cause instanceof MultipartException) return Optional.of(MALFORMED);
        }
        return Optional.empty();
    }

    /** A content of any type is content of none; the library asks for one when it reads the body. */
    private static boolean anyType(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.contains("*");
    }

    private static List<Throwable> causes(Throwable failed) {
        var causes = new ArrayList<Throwable>();
        for (var one = failed; one != null && causes.size() < 20; one = one.getCause()) causes.add(one);
        return causes;
    }
}
