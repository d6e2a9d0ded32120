package pingheng.app;

import java.io.ByteArrayOutputStream;
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
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody at a browser without scripts: cookies, forms with their token, uploads; redirects are looked at, not followed. */
public final class Guest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----pingheng-test";

    private final String base;
    private final HttpClient client;
    private String token = "";

    public Guest(App app) {
        this(app.port());
    }

    /** At a server of this machine. */
    public Guest(int port) {
        this.base = "http://localhost:" + port;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What came back. */
    public record Answer(int status, String body, String location, HttpResponse<byte[]> whole) {}

    /** Signs in by sign-in name and password, whether or not it works; forms have another token afterwards. */
    public Answer signIn(String login, String password) {
        var answer = post("/sign-in", "login", login, "password", password);
        token = "";
        return answer;
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

    /** Posts a form of names and values, with the token that a page would have given. */
    public Answer post(String path, String... form) {
        return post(path, token(), form);
    }

    /** As above, with a token of the caller's choice. */
    public Answer post(String path, String token, String[] form) {
        var body = new StringBuilder("_csrf=").append(encoded(token));
        for (int i = 0; i < form.length; i += 2)
            body.append('&').append(encoded(form[i])).append('=').append(encoded(form[i + 1]));
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Uploads one file together with a form. */
    public Answer upload(String path, Map<String, String> form, String name, byte[] content) {
        return upload(path, form, Map.of(name, content));
    }

    /** Uploads files by name together with a form. */
    public Answer upload(String path, Map<String, String> form, Map<String, byte[]> files) {
        var body = new ByteArrayOutputStream();
        part(body, "_csrf", token());
        form.forEach((field, value) -> part(body, field, value));
        files.forEach((name, content) -> {
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.writeBytes(content);
            write(body, "\r\n");
        });
        write(body, "--" + BOUNDARY + "--\r\n");
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Sends JSON with the session and its token, as a script of a page would. */
    public Answer json(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A request with the token, to which anything may be added before it is sent. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("X-XSRF-TOKEN", token());
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

    public URI uri(String path) {
        return URI.create(base + path);
    }

    private String token() {
        if (!token.isEmpty()) return token;
        var found = TOKEN.matcher(get("/sign-in").body());
        if (!found.find()) throw new IllegalStateException("the sign-in page has no form");
        token = found.group(1);
        return token;
    }

    private static void part(ByteArrayOutputStream body, String field, String value) {
        write(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value
                        + "\r\n");
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Names and values as the query of an address. */
    static String query(String... fields) {
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
