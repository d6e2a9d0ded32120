package pingheng.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import pingheng.people.account.Accounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program at the interface: a name and a password with every request, JSON both ways, no cookie kept. */
public final class Program {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final String authorization;
    private final HttpClient client = HttpClient.newHttpClient();

    private Program(App app, String authorization) {
        this.base = "http://localhost:" + app.port();
        this.authorization = authorization;
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<byte[]> whole) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The code of a refusal. */
        public String code() {
            return json().path("type").asString().replace("urn:problem:", "");
        }

        public String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    /** One of the cast, with a password chosen by a slip. */
    public static Program as(App app, String login) {
        var password = login + " of the cast";
        app.bean(Accounts.class).choose(login, app.slip(login), password);
        return with(app, login, password);
    }

    public static Program with(App app, String login, String password) {
        var pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Program(app, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** One without a password. */
    public static Program nobody(App app) {
        return new Program(app, "");
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer json(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Uploads files by name together with a form of names and values. */
    public Answer upload(String path, String key, List<String> form, Map<String, byte[]> files) {
        var parts = new Parts();
        for (int i = 0; i < form.size(); i += 2) parts.field(form.get(i), form.get(i + 1));
        files.forEach(parts::file);
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", Parts.TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(parts.closed())));
    }

    /** A request to which anything may be added before it is sent. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
