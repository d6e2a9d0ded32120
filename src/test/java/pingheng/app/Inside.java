package pingheng.app;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.DispatcherServlet;
import pingheng.people.account.Accounts;
import pingheng.people.account.SignedIn;

/**
 * Sends requests in the thread that asks: what they do belongs to its transaction, which may be rolled back. They go through everything
 * behind the sign-in: resolvers, form check, handlers, verbs, the pages and the answers to refusals.
 */
final class Inside {
    private final App app;
    private final DispatcherServlet servlet;
    private final Filter arrival;
    private final Map<String, SignedIn> persons = new HashMap<>();

    Inside(App app) {
        this.app = app;
        new Guest(app).get("/sign-in"); // the servlet is ready when it has answered once
        this.servlet = app.bean(DispatcherServlet.class);
        this.arrival = app.bean("arrival", Filter.class);
    }

    /** What came back. */
    record Answer(int status, String body, String location) {
        boolean done() {
            return status < 400;
        }
    }

    Answer get(String login, String path) {
        return sent(login, new MockHttpServletRequest("GET", path));
    }

    Answer send(Sending sending) {
        var request = new MockHttpServletRequest(sending.method(), sending.path());
        if (sending.json() != null) {
            request.setContentType("application/json");
            request.setContent(sending.body().getBytes(StandardCharsets.UTF_8));
            return sent(sending.login(), request);
        }
        if (!sending.api()) hidden(sending).forEach(request::addParameter);
        for (int i = 0; i < sending.form().size(); i += 2)
            request.addParameter(sending.form().get(i), sending.form().get(i + 1));
        if (!sending.files().isEmpty()) {
            request.setContentType("multipart/form-data; boundary=x");
            var query = new StringBuilder();
            for (var name : List.of("_for", "_at", "_once"))
                query.append(name)
                        .append('=')
                        .append(Objects.requireNonNullElse(request.getParameter(name), ""))
                        .append('&');
            request.setQueryString(query.toString().replace(" ", "+"));
            sending.files().forEach((name, bytes) -> request.addPart(new MockPart("file", name, bytes)));
        }
        return sent(sending.login(), request);
    }

    /** Who signs in now: a password may have been chosen since. */
    void forget() {
        persons.clear();
    }

    private Map<String, String> hidden(Sending sending) {
        return Map.of(
                "_for", app.visitor(sending.login()).sender(),
                "_at", "/",
                "_once", UUID.randomUUID().toString().replace("-", ""));
    }

    private Answer sent(String login, MockHttpServletRequest request) {
        var response = new MockHttpServletResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var person = persons.computeIfAbsent(
                login, one -> app.bean(Accounts.class).signedIn(one).orElseThrow());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, "", List.of()));
        SecurityContextHolder.setContext(context);
        try {
            arrival.doFilter(request, response, (asked, answer) -> servlet.service(asked, answer));
            return new Answer(
                    response.getStatus(),
                    response.getContentAsString(StandardCharsets.UTF_8),
                    Optional.ofNullable(response.getRedirectedUrl()).orElse(""));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ServletException failed) {
            throw new IllegalStateException(failed);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
