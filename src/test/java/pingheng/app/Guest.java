package pingheng.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser without scripts: cookies, forms with their token, uploads; redirects are looked at, not followed. */
public final class Guest {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"(_[a-z]+)\" value=\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile(
            "<p class=\"text-secondary small\">(?:代码|Code) <code>([a-z0-9.-]+)<|\"type\":\"urn:problem:([a-z0-9.-]+)\"");
    private static final Pattern CHANCE =
            Pattern.compile("name=\"_(?:csrf|once)\" value=\"[^\"]*\"|_(?:csrf|once)=[^\"&]*");

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    /** The hidden fields of the forms of a page, as it was when this guest last looked. */
    private Map<String, String> hidden = Map.of();

    public Guest(App app) {
        this(app.port());
    }

    /** At a server of this machine. */
    public Guest(int port) {
        this.base = "http://localhost:" + port;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What came back. */
    public record Answer(int status, String body, String location, HttpResponse<byte[]> whole) {
        /** The code of a refusal, on a page or told to a program; empty where there is none. */
        public String code() {
            return Guest.code(body);
        }
    }

    static String code(String body) {
        var code = CODE.matcher(body);
        if (!code.find()) return "";
        return code.group(1) == null ? code.group(2) : code.group(1);
    }

    /** Signs in by sign-in name and password, whether or not it works; forms have another token afterwards. */
    public Answer signIn(String login, String password) {
        return post("/sign-in", "login", login, "password", password);
    }

    /** Signs in as one of the cast. */
    public static Guest as(App app, String login) {
        return as(app.port(), login);
    }

    /** As above, at a server of this machine. */
    public static Guest as(int port, String login) {
        var guest = new Guest(port);
        var answer = guest.post("/rehearsal/sign-in", "login", login);
        if (answer.status() != 302) throw new IllegalStateException(login + " is not let in: " + answer.status());
        return guest;
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    /** Posts a form of names and values, with the hidden fields that a page would have given; those named here are sent as they are. */
    public Answer post(String path, String... form) {
        var fields = new LinkedHashMap<>(hidden());
        fields.put("_once", once());
        for (int i = 0; i < form.length; i += 2) if (form[i].startsWith("_")) fields.put(form[i], form[i + 1]);
        var body = new StringBuilder();
        fields.forEach((name, value) -> field(body, name, value));
        for (int i = 0; i < form.length; i += 2) if (!form[i].startsWith("_")) field(body, form[i], form[i + 1]);
        var answer = send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
        if (path.matches("/(posts|slip|sign-out|(rehearsal/)?sign-in)")) hidden = Map.of();
        return answer;
    }

    /** As above, with a token against other sites of the caller's choice. */
    public Answer post(String path, String token, String[] form) {
        var named = Arrays.copyOf(form, form.length + 2);
        named[form.length] = "_csrf";
        named[form.length + 1] = token;
        return post(path, named);
    }

    /** What a form of this guest carries beside its fields, by name: as on a page that was opened now, and stays open. */
    public Map<String, String> opened() {
        var fields = new LinkedHashMap<>(hidden());
        fields.put("_once", once());
        return fields;
    }

    /** A page without what is another each time it is shown. */
    public static String settled(String page) {
        return CHANCE.matcher(page).replaceAll("");
    }

    /** Uploads one file together with a form. */
    public Answer upload(String path, Map<String, String> form, String name, byte[] content) {
        return upload(path, form, Map.of(name, content));
    }

    /** Uploads files by name together with a form. */
    public Answer upload(String path, Map<String, String> form, Map<String, byte[]> files) {
        var parts = new Parts();
        var address = new LinkedHashMap<>(hidden());
        address.put("_once", once());
        form.forEach((field, value) -> {
            if (field.startsWith("_")) address.put(field, value);
            else parts.field(field, value);
        });
        files.forEach(parts::file);
        var query = new StringBuilder();
        address.forEach((name, value) -> field(query, name, value));
        return send(HttpRequest.newBuilder(uri(path + "?" + query))
                .header("Content-Type", Parts.TYPE)
                .header("Origin", base)
                .POST(HttpRequest.BodyPublishers.ofByteArray(parts.closed())));
    }

    /** Sends JSON with the session and its token, as a script of a page would. */
    public Answer json(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A request with the token, to which anything may be added before it is sent. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("X-XSRF-TOKEN", String.valueOf(hidden().get("_csrf")));
    }

    /** Any other request. */
    public Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(
                    request.header("Accept", "text/html,*/*").build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8),
                    response.headers().firstValue("Location").orElse(""),
                    response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** The cookies of this browser, as a request brings them. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    public URI uri(String path) {
        return URI.create(base + path);
    }

    private Map<String, String> hidden() {
        if (!hidden.isEmpty()) return hidden;
        var found = new LinkedHashMap<String, String>();
        var fields = HIDDEN.matcher(get("/sign-in").body());
        while (fields.find()) found.putIfAbsent(fields.group(1), fields.group(2));
        if (!found.containsKey("_csrf")) throw new IllegalStateException("the sign-in page has no form");
        found.put("_at", "/");
        hidden = found;
        return found;
    }

    /** Each form that is opened has a token of its own. */
    private static String once() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static void field(StringBuilder body, String name, String value) {
        if (!body.isEmpty()) body.append('&');
        body.append(encoded(name)).append('=').append(encoded(value));
    }

    /** Names and values as the query of an address. */
    public static String query(String... fields) {
        var query = new StringBuilder("?");
        for (int i = 0; i < fields.length; i += 2)
            query.append(encoded(fields[i]))
                    .append('=')
                    .append(encoded(fields[i + 1]))
                    .append('&');
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
