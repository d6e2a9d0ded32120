package pingheng.people.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.app.Program;

/** However often a button is pressed, its act is done once and answered the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnceTest {
    private static final String UNIT = "/r/GD-2020/" + App.PANYU;
    private static final String API = "/api/v1/rounds/GD-2020/units/" + App.PANYU;

    private App app = App.shared();

    @BeforeAll
    void start() {
        app = App.fresh().assigned();
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void evidencePressedThreeTimesIsOnePiece() throws Exception {
        var finance = Guest.as(app, "finance");
        var form = new LinkedHashMap<>(finance.opened());
        form.put("kind", "material");
        var answers =
                atOnce(3, () -> finance.upload(UNIT + "/points/5.1.1/evidence", form, "双击样例.pdf", FormsTest.pdf()));

        assertThat(answers).extracting(Guest.Answer::status).containsOnly(302);
        assertThat(answers.stream().map(Guest.Answer::location).distinct()).hasSize(1);
        assertThat(count("evidence")).isEqualTo(1);
        assertThat(count("citation_version")).isEqualTo(1);
    }

    @Test
    void anotherContentUnderTheSameTokenIsRefusedAndItsTextGivenBack() {
        var office = Guest.as(app, "office");
        var once = String.valueOf(office.opened().get("_once"));
        var first = office.post(UNIT + "/urgings", urging(once, "请抓紧填报一"));
        var again = office.post(UNIT + "/urgings", urging(once, "请抓紧填报一"));
        var other = office.post(UNIT + "/urgings", urging(once, "另一件事也请抓紧"));

        assertThat(first.status()).isEqualTo(302);
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("people.spent", "另一件事也请抓紧");
        assertThat(urgings("请抓紧填报一")).isEqualTo(1);
        assertThat(urgings("另一件事也请抓紧")).isZero();
    }

    @Test
    void aRefusalSpendsNothing() {
        var office = Guest.as(app, "office");
        var once = String.valueOf(office.opened().get("_once"));
        assertThat(office.post(UNIT + "/urgings", urging(once, "")).status()).isEqualTo(422);
        assertThat(office.post(UNIT + "/urgings", urging(once, "写好了再送")).status())
                .isEqualTo(302);
        assertThat(urgings("写好了再送")).isEqualTo(1);
    }

    @Test
    void whatWasSaidIsSaidAgain() {
        var office = Guest.as(app, "office");
        var path = "/people/" + App.PANYU + "/bodies";
        var once = String.valueOf(office.opened().get("_once"));
        var form = new String[] {"_once", once, "name", "样例工作专班", "shortName", "样例专班", "kind", ""};
        var first = office.post(path, form);
        var said = office.get(path(first)).body();
        var again = office.post(path, form);
        assertThat(first.status()).isEqualTo(302);
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(alert(office.get(path(again)).body())).isEqualTo(alert(said)).isNotEmpty();
        assertThat(app.db()
                        .sql("select count(*) from body_current where name = '样例工作专班'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSlipIsIssuedOnceAndItsWordIsKeptNowhere() {
        var staffing = Guest.as(app, "office");
        var post = app.visitor("finance").post().id();
        var path = "/people/" + App.PANYU + "/posts/" + post + "/slips";
        var once = String.valueOf(staffing.opened().get("_once"));
        var first = staffing.post(path, "_once", once, "login", "finance");
        var slip = hash();
        var again = staffing.post(path, "_once", once, "login", "finance");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(302);
        assertThat(staffing.get(path(again)).body()).contains("没有再办一次");
        assertThat(hash()).isEqualTo(slip);
        assertThat(app.db()
                        .sql("select answer from spent_token where token = :token")
                        .param("token", once)
                        .query(String.class)
                        .single())
                .isEqualTo("shown");
    }

    @Test
    void aProgramNamesItsActByAKey() throws Exception {
        var office = Program.as(app, "office");
        var urging = urgingBody("程序督办一次");
        var answers = atOnce(3, () -> keyed(office, "urging-1", urging));
        var other = keyed(office, "urging-1", urgingBody("程序督办两次"));
        var malformed = keyed(office, "a b", urgingBody("程序督办三次"));

        assertThat(answers)
                .extracting(Program.Answer::status)
                .containsOnly(answers.getFirst().status());
        assertThat(answers.getFirst().status()).isBetween(200, 201);
        assertThat(answers.stream().map(Program.Answer::body).distinct()).hasSize(1);
        assertThat(urgings("程序督办一次")).isEqualTo(1);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("people.spent");
        assertThat(malformed.status()).isEqualTo(422);
        assertThat(urgings("程序督办两次") + urgings("程序督办三次")).isZero();
    }

    @Test
    void theKeyStandsInTheDescriptionOfEveryChange() {
        var paths = Program.nobody(app).get("/api/v1/openapi").json().path("paths");
        var missing = paths.properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(one -> List.of("post", "put", "delete").contains(one.getKey()))
                        .filter(one ->
                                !one.getValue().path("parameters").toString().contains("Idempotency-Key"))
                        .map(one -> one.getKey() + " " + path.getKey()))
                .toList();
        assertThat(paths.size()).isPositive();
        assertThat(missing).isEmpty();
    }

    private static Program.Answer keyed(Program program, String key, String body) {
        return program.send(program.request(API + "/urgings")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String urgingBody(String text) {
        return "{\"body\": %d, \"text\": \"%s\", \"by\": \"2020-09-01\"}"
                .formatted(app.visitor("finance").post().body().id().number(), text);
    }

    private String[] urging(String once, String text) {
        var body = String.valueOf(app.visitor("finance").post().body().id());
        return new String[] {"_once", once, "body", body, "point", "", "text", text, "by", "2020-09-01"};
    }

    private long urgings(String text) {
        return app.db()
                .sql("select count(*) from urging where text = :text")
                .param("text", text)
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return app.db().sql("select count(*) from " + table).query(Long.class).single();
    }

    private String hash() {
        return app.db()
                .sql("select slip from person where login = 'finance'")
                .query(String.class)
                .single();
    }

    private static String path(Guest.Answer answer) {
        return URI.create(answer.location()).getPath();
    }

    private static String alert(String body) {
        return body.contains("role=\"status\"") ? body.replaceAll("(?s).*role=\"status\">([^<]*)<.*", "$1") : "";
    }

    /** The same call by several at the same moment. */
    static <T> List<T> atOnce(int count, Callable<T> call) throws Exception {
        var together = new CyclicBarrier(count);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(() -> {
                        together.await();
                        return call.call();
                    }))
                    .toList();
            var answers = new ArrayList<T>();
            for (var one : calls) answers.add(one.get());
            return answers;
        }
    }
}
