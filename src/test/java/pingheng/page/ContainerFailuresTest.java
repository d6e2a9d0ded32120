package pingheng.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;

/** What no handler of ours ever sees is answered by us all the same: in our page, or in problem details, in the language asked for. */
class ContainerFailuresTest {
    private static final String BOUNDARY = "----wire";

    private static final String BOTH = "<p role=\"alert\" lang=\"en\">This request is malformed";

    /** What a browser shows that was written by somebody else than us. */
    private static final List<String> STRANGERS = List.of(
            "Whitelabel", "Tomcat", "HTTP Status", "\"timestamp\"", "Exception", "at org.", "type Status report");

    /** A method and a version that nobody knows. */
    private static final List<Integer> REFUSED = List.of(501, 505);

    @Test
    void whateverIsSentTheAnswerIsOurs() {
        var strange = new ArrayList<String>();
        for (var language : List.of("zh", "en"))
            for (var place : List.of("/", "/api/v1/rounds")) strange.addAll(strange(place, language, List.of()));

        assertThat(strange).isEmpty();
    }

    /** Also where the one who sends it is signed in, so that the handlers are reached. */
    @Test
    void whateverASignedInSendsTheAnswerIsOursAndTheFaultNot() {
        var unit = "GD-2020/units/" + App.PANYU;
        var guest = Guest.as(App.shared(), "finance");
        var token = String.valueOf(guest.opened().get("_csrf"));
        var signedIn = List.of("Cookie: " + guest.cookies(), "X-XSRF-TOKEN: " + token);
        var strange = new ArrayList<String>();
        for (var place : List.of(
                "/language",
                "/r/GD-2020/" + App.PANYU + "/figures",
                "/r/GD-2020/" + App.PANYU + "/points/5.1.1/evidence",
                "/api/v1/rounds/" + unit + "/figures",
                "/api/v1/rounds/" + unit + "/points/5.1.1/evidence")) strange.addAll(strange(place, "zh", signedIn));

        assertThat(strange).isEmpty();
    }

    private static List<String> strange(String place, String language, List<String> headers) {
        var strange = new ArrayList<String>();
        requests(place, language, headers).forEach((what, request) -> {
            var answer = Wire.send(App.shared().port(), request);
            stranger(answer, place.startsWith("/api/"), language)
                    .ifPresent(why ->
                            strange.add("%s %s %s: %d %s".formatted(what, place, language, answer.status(), why)));
        });
        return strange;
    }

    /** Why the answer is not ours; where the first line could not be read, nobody knows the language, and both are told. */
    private static Optional<String> stranger(Wire.Answer answer, boolean program, String language) {
        if (answer.body().contains(BOTH)) return Optional.empty();
        if (answer.status() == 0) return Optional.of("no answer");
        if (answer.status() < 400) return Optional.empty();
        if (answer.status() >= 500 && !REFUSED.contains(answer.status()))
            return Optional.of("says that the fault is ours");
        for (var words : STRANGERS) if (answer.body().contains(words)) return Optional.of("says " + words);
        var type = answer.header("Content-Type");
        if (program)
            return type.startsWith("application/problem+json") && answer.body().contains("\"type\":\"urn:problem:")
                    ? Optional.empty()
                    : Optional.of("is no problem details but " + type + " "
                            + answer.body().lines().limit(1).toList());
        var html = "<html lang=\"" + (language.equals("en") ? "en" : "zh-CN") + "\">";
        return type.startsWith("text/html")
                        && answer.body().contains(html)
                        && answer.body().contains("role=\"alert\"")
                ? Optional.empty()
                : Optional.of("is no page of ours but " + type + " "
                        + answer.body().lines().limit(1).toList());
    }

    private static Map<String, byte[]> requests(String place, String language, List<String> more) {
        var all = new LinkedHashMap<String, byte[]>();
        lines(place).forEach((what, line) -> all.put(what, request(line, language, more, "")));
        headers().forEach((what, header) -> all.put(what, request("GET " + place, language, and(more, header), "")));
        bodies(place)
                .forEach((what, sent) ->
                        all.put(what, request(sent.getFirst(), language, and(more, sent.get(1)), sent.get(2))));
        return all;
    }

    private static List<String> and(List<String> more, String header) {
        return Stream.concat(more.stream(), Stream.of(header)).toList();
    }

    private static Map<String, String> lines(String place) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("NUL in the address", "GET " + place + "%00");
        lines.put("half a percent", "GET " + place + "%zz");
        lines.put("a bar", "GET " + place + "|");
        lines.put("a brace", "GET " + place + "{x}");
        lines.put("a backslash", "GET " + place + "%5c");
        lines.put("an encoded slash", "GET " + place + "%2f");
        lines.put("two slashes", "GET " + place + "//x");
        lines.put("a semicolon", "GET " + place + ";x=1");
        lines.put("a way up", "GET " + place + "/../../../x");
        lines.put("no UTF-8", "GET " + place + "%ff%fe");
        lines.put("a method nobody knows", "BREW " + place);
        lines.put("trace", "TRACE " + place);
        lines.put("connect", "CONNECT " + place);
        lines.put("no method", "{ " + place);
        lines.put("a long address", "GET " + place + "?" + "x".repeat(100_000));
        lines.put("half a percent in the query", "GET " + place + "?a=%zz");
        lines.put("NUL in the query", "GET " + place + "?a=%00");
        lines.put("no UTF-8 in the query", "GET " + place + "?a=%ff%fe");
        lines.put("very many fields", "GET " + place + "?" + "a&".repeat(3000));
        lines.put("nothing there", "GET " + place + "/there-is-nothing");
        lines.put("no such file", place.equals("/") ? "GET /static/no-such.css" : "GET " + place + "/no/such");
        lines.put("put on a file", place.equals("/") ? "PUT /static/pingheng.css" : "PUT " + place);
        lines.put("delete", "DELETE " + place);
        lines.put("the page of errors", place.equals("/") ? "GET /error" : "GET " + place + "/error");
        return lines;
    }

    private static Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("a large header", "X-Large: " + "x".repeat(100_000));
        headers.put(
                "very many headers",
                IntStream.range(0, 500).mapToObj(i -> "X-" + i + ": 1").collect(Collectors.joining("\r\n")));
        headers.put("two hosts", "Host: localhost");
        headers.put("a length that is none", "Content-Length: abc");
        headers.put("a coding nobody knows", "Transfer-Encoding: smoke");
        headers.put("an expectation", "Expect: the-unexpected");
        headers.put("a control character", "X-Control: a\u0001b");
        headers.put("a folded header", "X-Folded: a\r\n b");
        headers.put("a header without a name", ": x");
        headers.put("a bad cookie", "Cookie: JSESSIONID=\u0001; lang=\"\\");
        headers.put("accepts nothing we have", "Accept: image/x-nothing");
        headers.put("accepts no type at all", "Accept: a/b/c;;q=z");
        headers.put("a program's password that is none", "Authorization: Basic !!!");
        headers.put("another site", "Origin: null");
        headers.put("a bad range", "Range: bytes=9-1,z");
        headers.put("a forwarded host", "X-Forwarded-Host: a b/../{x}");
        headers.put("another method in a header", "X-HTTP-Method-Override: BREW");
        return headers;
    }

    /** Line, headers, body. */
    private static Map<String, List<String>> bodies(String place) {
        var bodies = new LinkedHashMap<String, List<String>>();
        var form = "Content-Type: application/x-www-form-urlencoded";
        var parts = "Content-Type: multipart/form-data; boundary=" + BOUNDARY;
        bodies.put("half a percent in a form", List.of("POST " + place, form, "a=%zz&b=%"));
        bodies.put("NUL in a form", List.of("POST " + place, form, "a%00=%00"));
        bodies.put("no UTF-8 in a form", List.of("POST " + place, form, "a=%ff%fe"));
        bodies.put("a form of three megabytes", List.of("POST " + place, form, "a=" + "x".repeat(3 << 20)));
        bodies.put("a form of very many fields", List.of("POST " + place, form, "a=1&".repeat(20_000)));
        bodies.put("parts without a boundary", List.of("POST " + place, "Content-Type: multipart/form-data", "x"));
        bodies.put(
                "parts that break off",
                List.of("POST " + place, parts, "--" + BOUNDARY + "\r\nContent-Disposition: form-da"));
        bodies.put("parts that never begin", List.of("POST " + place, parts, "x"));
        bodies.put(
                "a part with a name of 150 characters",
                List.of("POST " + place, parts, part("教".repeat(150) + ".pdf")));
        bodies.put(
                "a part with a name of 9000 characters",
                List.of("POST " + place, parts, part("教".repeat(9000) + ".pdf")));
        bodies.put("a part with NUL in its name", List.of("POST " + place, parts, part("a\0.pdf")));
        bodies.put(
                "very many parts", List.of("POST " + place, parts, part("a.pdf").repeat(300)));
        bodies.put("any type", List.of("POST " + place, "Content-Type: */*", "x"));
        bodies.put("any type of a body that is put", List.of("PUT " + place, "Content-Type: */*", "[]"));
        bodies.put("an address that goes up", List.of("POST " + place, form, "lang=en&back=/..//there.example"));
        bodies.put("a type that is none", List.of("POST " + place, "Content-Type: ;;;", "x"));
        bodies.put("a charset nobody knows", List.of("POST " + place, form + "; charset=no-such", "a=1"));
        bodies.put("a body of JSON to a page", List.of("POST " + place, "Content-Type: application/json", "{"));
        bodies.put(
                "sign-in without a token",
                List.of(place.equals("/") ? "POST /sign-in" : "POST " + place, form, "login=a&password=b"));
        return bodies;
    }

    private static String part(String name) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n";
    }

    private static byte[] request(String line, String language, List<String> headers, String body) {
        var bytes = body.getBytes(UTF_8);
        var length = body.isEmpty() ? List.<String>of() : List.of("Content-Length: " + bytes.length);
        var head = Stream.of(
                        List.of(
                                line + " HTTP/1.1",
                                "Host: localhost",
                                "Accept-Language: " + language,
                                "Connection: close"),
                        headers,
                        length)
                .flatMap(List::stream)
                .collect(Collectors.joining("\r\n"));
        return (head + "\r\n\r\n" + body).getBytes(UTF_8);
    }
}
