package pingheng.people.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import pingheng.page.api.Problem;
import pingheng.problem.Reason;

/** Tells those who come to the interface without a password, or with a session alone, what it takes. */
public final class Turnstile implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final int UNAUTHORIZED = 401;

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException unauthenticated)
            throws IOException {
        unknown(response);
    }

    /** What is denied here is a change without a token, which only a browser can have been led into. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            unknown(response);
            return;
        }
        var reason = Reason.forbidden(
                "people.token",
                "凭浏览器会话改动数据须带页面上的令牌；程序请用 HTTP Basic",
                "With a session, a change takes the token of a page; programs use HTTP Basic");
        Problem.of(reason, reason.kind().status(), List.of()).write(response);
    }

    private static void unknown(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Basic realm=\"pingheng\", charset=\"UTF-8\"");
        var reason = Reason.forbidden(
                "people.sign-in",
                "请随每个请求送上登录名和密码（HTTP Basic）；连续输错会暂停一刻钟",
                "Send a sign-in name and its password with every request (HTTP Basic); too many wrong ones have to wait a quarter of an hour");
        Problem.of(reason, UNAUTHORIZED, List.of()).write(response);
    }
}
