package pingheng.people.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.app.Program;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgramsTest {
    private static final String UNIT = "/api/v1/rounds/GD-2020/units/440113";
    private static final String URGE = "{\"body\": 0, \"text\": \"\", \"by\": \"2020-09-01\"}";

    private App app = App.shared();

    @BeforeAll
    void start() {
        app = App.fresh();
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void aProgramThatAsksManyThingsAtOnceIsNotTakenForAGuesser() throws Exception {
        var office = Program.as(app, "office");
        try (var threads = Executors.newFixedThreadPool(20)) {
            var asked = Stream.generate(() ->
                            threads.submit(() -> office.get("/api/v1/posts").status()))
                    .limit(20)
                    .toList();
            for (var one : asked) assertThat(one.get()).isEqualTo(200);
        }
    }

    @Test
    void withoutAPasswordOneIsToldWhatItTakes() {
        var nobody = Program.nobody(app);
        for (var answer : new Program.Answer[] {
            nobody.get("/api/v1/posts"), nobody.json("POST", UNIT + "/urgings", URGE), nobody.get("/api/v1/nowhere")
        }) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("people.sign-in");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @Test
    void aProgramNeedsNoTokenAndGetsNoSession() {
        var office = Program.as(app, "office");
        var answer = office.json("POST", UNIT + "/urgings", URGE);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(office.get(UNIT).header("Set-Cookie")).isEmpty();
    }

    @Test
    void aSessionAloneChangesNothing() {
        var office = Guest.as(app, "office");
        var bare = HttpRequest.newBuilder(office.uri(UNIT + "/urgings"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(URGE));
        var refused = office.send(bare);
        var scheme = office.send(bare.copy().header("Authorization", "Bearer x"));
        var other = office.send(bare.copy().header("Authorization", "Basic b2ZmaWNlOndyb25n"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("people.token");
        assertThat(scheme.status()).isEqualTo(401);
        assertThat(other.status()).isEqualTo(401);
        assertThat(office.json("POST", UNIT + "/urgings", URGE).status()).isEqualTo(404);
    }

    @Test
    void aPasswordThatABrowserRemembersDoesNotStandForAToken() {
        var deputy = Program.as(app, "deputy");
        for (var header : new String[][] {{"Origin", "https://elsewhere.example"}, {"Sec-Fetch-Site", "cross-site"}}) {
            var answer = deputy.send(deputy.request(UNIT + "/urgings")
                    .header("Content-Type", "application/json")
                    .header(header[0], header[1])
                    .POST(HttpRequest.BodyPublishers.ofString(URGE)));
            assertThat(answer.status()).as(header[0]).isEqualTo(401);
        }
    }

    @Test
    void eightWrongPasswordsBarTheRightOneToo() {
        var education = Program.as(app, "education");
        assertThat(education.get("/api/v1/posts").status()).isEqualTo(200);

        for (int i = 0; i < 8; i++)
            assertThat(Program.with(app, "education", "wrong " + i)
                            .get("/api/v1/posts")
                            .status())
                    .isEqualTo(401);
        assertThat(education.get("/api/v1/posts").status()).isEqualTo(401);
    }

    @Test
    void aPersonOfTwoPostsNamesOne() {
        var checker = Program.as(app, "finance-check");
        var posts = checker.get("/api/v1/posts").json();
        assertThat(posts.size()).isEqualTo(2);
        assertThat(posts.path(0).path("acting").asBoolean()).isTrue();

        var second = posts.path(1).path("id").asString();
        var named = checker.send(checker.request("/api/v1/posts").header("Pingheng-Post", second));
        assertThat(named.json().path(1).path("acting").asBoolean()).isTrue();

        var foreign = checker.send(checker.request("/api/v1/posts").header("Pingheng-Post", "0"));
        assertThat(foreign.status()).isEqualTo(403);
    }
}
