package pingheng.people.acts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import pingheng.page.form.Hidden;
import pingheng.page.form.Prefix;
import pingheng.page.form.UnsavedInput;
import pingheng.problem.Sentence;
import pingheng.value.Login;

/**
 * What was typed into a form whose writer's session had ended before it was sent: kept for that login alone, until it signs in again
 * with the same browser. Anybody can have something kept here, so it is little, of few, for a short while; files never.
 */
@Component
public class Unsent {
    /** Characters that are kept of one form; a longer one is not kept. */
    static final int LONGEST = 64 << 10;

    /** Forms that are kept; the oldest goes first. */
    static final int MOST = 100;

    private static final Duration LASTS = Duration.ofHours(1);
    private static final String COOKIE = "unsent";

    private final Clock wall;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    Unsent(Clock wall) {
        this.wall = wall;
    }

    /** One form: whose, from which page, what was typed, until when it is kept. */
    public record Kept(Login login, String at, UnsavedInput written, Instant until) {}

    /**
     * Keeps what was typed, if the form says whose it was and is not too long; the browser gets a cookie by which it is found. Whether
     * it was kept.
     */
    boolean keep(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var login = Login.of(Hidden.login(request));
        if (login.isEmpty()) return false;
        var written = Prefix.written(request);
        if (size(written) > LONGEST) return false;

        var key = Hidden.token();
        add(
                key,
                new Kept(
                        login.get(), Hidden.at(request), written, wall.instant().plus(LASTS)));
        response.addCookie(cookie(key, -1));
        return true;
    }

    /** Says that something was kept, or nothing. */
    static Sentence told(boolean kept) {
        return kept
                ? new Sentence(
                        "写好的文字为原来的登录保留一小时，用原来的登录名在这个浏览器重新登录即可看到；",
                        "what was typed is kept for an hour for the login it belongs to, which finds it again by signing in with this"
                                + " browser; ")
                : new Sentence("", "");
    }

    /** Whether something of this browser waits for its writer. */
    public boolean waits(HttpServletRequest request) {
        return find(request) != null;
    }

    /** Gives it out once, to whoever has signed in; only the writer may be shown it. */
    Optional<Kept> take(HttpServletRequest request, HttpServletResponse response) {
        var found = find(request);
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) return Optional.empty();
        synchronized (kept) {
            kept.remove(cookie.getValue());
        }
        response.addCookie(cookie("", 0));
        return Optional.ofNullable(found);
    }

    /** Forms and characters that are kept now. */
    int[] kept() {
        synchronized (kept) {
            return new int[] {
                kept.size(),
                kept.values().stream().mapToInt(one -> size(one.written())).sum()
            };
        }
    }

    private @Nullable Kept find(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) return null;
        synchronized (kept) {
            var found = kept.get(cookie.getValue());
            return found == null || found.until().isBefore(wall.instant()) ? null : found;
        }
    }

    private void add(String key, Kept one) {
        var now = wall.instant();
        synchronized (kept) {
            kept.values().removeIf(other -> other.until().isBefore(now));
            if (kept.size() >= MOST) kept.remove(kept.keySet().iterator().next());
            kept.put(key, one);
        }
    }

    private static int size(UnsavedInput written) {
        return written.texts().entrySet().stream()
                        .mapToInt(
                                text -> text.getKey().length() + text.getValue().length())
                        .sum()
                + written.files().stream().mapToInt(String::length).sum();
    }

    private static Cookie cookie(String value, int age) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(age);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
