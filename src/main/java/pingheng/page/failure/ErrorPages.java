package pingheng.page.failure;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends a request that a filter refused or failed at, before or after our handlers. */
@Controller
class ErrorPages implements ErrorController {
    private static final int NOT_FOUND = 404;

    private final Failures failures;

    ErrorPages(Failures failures) {
        this.failures = failures;
    }

    /** Half an answer is left as it is: the container cuts the line. */
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) return;
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer told ? told : NOT_FOUND;
        var cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null;
        failures.answer(status, cause, request, response);
    }
}
