package pingheng.page.form;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hidden fields of a form: the token against other sites, whom the form was rendered for, the page it stands on, and a token that
 * tells one pressing of the button from the next. A form with a file carries them in its address, where they are read before the file.
 */
public record Hidden(String csrfName, String csrf, String sender, String at) {
    /** Login and post for whom the form was rendered; empty for nobody. */
    public static final String SENDER = "_for";

    /** The page on which the form stands. */
    public static final String AT = "_at";

    /** The token of one act. */
    public static final String ONCE = "_once";

    /** The token of an act: 128 bits as 32 small hexadecimal digits. */
    public static final int BYTES = 16;

    /** An address of at most 1000 characters, in whose path nothing is empty, goes up or is a backslash. */
    private static final Pattern LOCAL = Pattern.compile(
            "(?=/)(?=.{1,1000}$)(/(?!\\.{1,2}(/|$|[?#]))[\\x21-\\x7E&&[^/?#\\\\]]+)*/?([?#][\\x21-\\x7E]*)?");

    private static final SecureRandom CHANCE = new SecureRandom();

    /** Another token each time it is asked for: each form has its own. */
    public String once() {
        return token();
    }

    /** A new token that nobody can guess. */
    public static String token() {
        var bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** All of them as the query of the address of a form with a file. */
    public String query() {
        return "?" + csrfName + "=" + encoded(csrf) + "&" + SENDER + "=" + encoded(sender) + "&" + ONCE + "=" + once()
                + "&" + AT + "=" + encoded(at);
    }

    /**
     * A hidden field of the form that is sent. In a form with a file only the address is looked at: to read the body is to store the
     * file, and who sends it may not be known yet.
     */
    public static @Nullable String of(HttpServletRequest request, String name) {
        return upload(request) ? inQuery(request, name) : request.getParameter(name);
    }

    /** Whether a file may be in it. */
    public static boolean upload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** A field that stands in the address. */
    public static @Nullable String inQuery(HttpServletRequest request, String name) {
        var query = request.getQueryString();
        if (query == null) return null;
        for (var pair : query.split("&"))
            if (pair.startsWith(name + "=")) return decoded(pair.substring(name.length() + 1));
        return null;
    }

    /** The page of this site on which the form stands that is sent; the page itself for one that is only read. */
    public static String at(HttpServletRequest request) {
        var query = request.getQueryString();
        if (request.getMethod().equals("GET"))
            return local(request.getRequestURI() + (query == null ? "" : "?" + query));
        var at = of(request, AT);
        return at == null ? "/" : local(at);
    }

    /** The login for which the form was rendered; empty for nobody. */
    public static String login(HttpServletRequest request) {
        var sender = of(request, SENDER);
        return sender == null ? "" : sender.replaceFirst(" .*$", "");
    }

    /** The page of the form that is sent; the first page for a request that sends none. */
    public static String back(HttpServletRequest request) {
        return request.getMethod().equals("POST") ? at(request) : "/";
    }

    /** An address of this site without a step up, twice a slash or a backslash in its path; otherwise its first page. */
    public static String local(String address) {
        return LOCAL.matcher(address).matches() ? address : "/";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
