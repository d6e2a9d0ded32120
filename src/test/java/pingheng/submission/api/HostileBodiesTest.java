package pingheng.submission.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent as a body is taken as it was asked for, or refused in words at the field. */
class HostileBodiesTest {
    private static final String UNIT = "/api/v1/rounds/GD-2020/units/440113";
    private static final String DRAFT = UNIT + "/points/5.1.1/draft";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Guest finance = Guest.as(App.shared(), "finance");

    /** A body, the code it is refused with, and the field. */
    private record Case(String body, String code, String pointer) {}

    @Test
    void aBodyThatIsReadReachesTheQuestionOfRights() {
        for (var body : List.of(
                "{'seen': 0}",
                "{'seen': 0, 'claim': null, 'statement': null}",
                "{'seen': 0, 'marks': ['1', ''], 'claim': '１.５', 'reason': '', 'statement': '得分\\n失分 \\ud83d\\ude00'}"))
            assertThat(code(finance.json("PUT", DRAFT, body.replace('\'', '"'))))
                    .isEqualTo("403 duty.not-yours");
    }

    @Test
    void whatIsNoDraftIsRefusedAtItsField() {
        for (var one : List.of(
                new Case("", "api.no-body", ""),
                new Case("null", "api.no-body", ""),
                new Case("{", "api.malformed", ""),
                new Case("{'seen': 0} and more", "api.malformed", ""),
                new Case("{'seen': 0, 'seen': 1}", "api.malformed", ""),
                new Case("[]", "api.wrong-type", "#"),
                new Case("{}", "api.missing-field", "#/seen"),
                new Case("{'seen': null}", "api.missing-field", "#/seen"),
                new Case("{'seen': '0'}", "api.wrong-type", "#/seen"),
                new Case("{'seen': 0.5}", "api.wrong-type", "#/seen"),
                new Case("{'seen': 99999999999}", "api.wrong-type", "#/seen"),
                new Case("{'seen': 2147483647}", "api.version", "#/seen"),
                new Case("{'seen': -1}", "api.version", "#/seen"),
                new Case("{'seen': 0, 'a/b~c': 1}", "api.unknown-field", "#/a~1b~0c"),
                new Case("{'seen': 0, 'statement': 5}", "api.wrong-type", "#/statement"),
                new Case("{'seen': 0, 'statement': '\\u0000'}", "api.wrong-type", "#/statement"),
                new Case("{'seen': 0, 'statement': '\\ud800'}", "api.wrong-type", "#/statement"),
                new Case("{'seen': 0, 'marks': '1'}", "api.wrong-type", "#/marks"),
                new Case("{'seen': 0, 'marks': ['1', null]}", "api.missing-field", "#/marks/1"),
                new Case("{'seen': 0, 'marks': ['1', '1e9']}", "submission.number", "#/marks/1"),
                new Case("{'seen': 0, 'claim': 1.5}", "api.wrong-type", "#/claim"),
                new Case("{'seen': 0, 'claim': '-1'}", "submission.number", "#/claim"))) {
            var answer = finance.json("PUT", DRAFT, one.body().replace('\'', '"'));
            assertThat(code(answer)).as(one.body()).isEqualTo("422 " + one.code());
            assertThat(json(answer).path("errors").path(0).path("pointer").asString(""))
                    .as(one.body())
                    .isEqualTo(one.pointer());
        }
    }

    @Test
    void aRefusalIsToldInBothLanguagesAndNamesNoClass() {
        var answer = json(finance.json("PUT", DRAFT, "{\"seen\": []}"));

        assertThat(answer.path("title").asString()).isEqualTo("Unprocessable Content");
        assertThat(answer.path("detail").asString()).contains("字段");
        assertThat(answer.path("detail_en").asString()).contains("field");
        assertThat(answer.toString()).doesNotContain("pingheng.", "java", "jackson");
    }

    @Test
    void aBodyIsBounded() {
        var large = "{\"seen\": 0, \"statement\": \"" + "y".repeat(2 << 20) + "\"}";
        var wide = "{\"seen\": 0, \"marks\": [" + "\"1\",".repeat(400_000) + "\"1\"]}";
        var deep = "{\"seen\": 0, \"marks\": " + "[".repeat(100_000);

        assertThat(code(finance.json("PUT", DRAFT, large))).isEqualTo("422 api.too-large");
        assertThat(code(finance.json("PUT", DRAFT, wide))).isEqualTo("422 api.too-large");
        assertThat(finance.json("PUT", DRAFT, deep).status()).isEqualTo(422);
    }

    @Test
    void aListMayNotHideNothing() {
        assertThat(code(finance.json("PUT", UNIT + "/figures", "[null]"))).startsWith("422 api.");
        assertThat(code(finance.json(
                        "PUT", UNIT + "/figures", "[{\"cell\": \"no@2019\", \"value\": \"1\", \"seen\": 0}]")))
                .isEqualTo("422 figure.cell");
    }

    @Test
    void aDayIsOneOfTheCalendar() {
        for (var due : List.of("+999999-01-01", "2020-02-30", "2020-9-1", "10000-01-01", "")) {
            var body = "{\"points\": [\"5.1.1\"], \"reason\": \"x\", \"due\": \"" + due + "\"}";
            assertThat(code(finance.json("POST", UNIT + "/submissions/1/returns", body)))
                    .as(due)
                    .isEqualTo("422 api.wrong-type");
        }
    }

    @Test
    void aFormIsNoJson() {
        var answer = finance.post(UNIT + "/urgings", "body", "1", "text", "x", "by", "2020-09-01");

        assertThat(code(answer)).isEqualTo("422 api.media");
    }

    @Test
    void anUploadWithoutItsFileIsIncomplete() {
        for (var path : List.of(UNIT + "/points/5.1.1/evidence", "/r/GD-2020/440113/points/5.1.1/evidence")) {
            var part = "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\ntable\r\n--x--\r\n";
            var answer = finance.send(finance.request(path)
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(HttpRequest.BodyPublishers.ofString(part)));

            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.body()).as(path).contains("page.incomplete");
        }
    }

    private static String code(Guest.Answer answer) {
        return answer.status() + " " + json(answer).path("type").asString("").replace("urn:problem:", "");
    }

    private static JsonNode json(Guest.Answer answer) {
        return JSON.readTree(answer.body());
    }
}
