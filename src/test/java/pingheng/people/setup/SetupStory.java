package pingheng.people.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.people.People;
import pingheng.people.account.Accounts;
import pingheng.value.Login;

class SetupStory {
    private static final String PASSWORD = "correct horse battery";
    private static final String UNITS = """
            code	name	level	parent	region
            440100	广州市	city		珠三角
            440113	番禺区	county	440100	珠三角
            """;

    @Test
    void anEmptyDatabaseIsOpenedOnceAndHandsItsAccountsDown() throws Exception {
        try (var app = App.empty()) {
            var links = app.bean(Setup.class);
            var old = links.link().orElseThrow();
            var token = links.link().orElseThrow();
            assertThat(new Guest(app).get("/setup/" + old).status())
                    .as("a later link ends it")
                    .isEqualTo(404);
            assertThat(new Guest(app).get("/setup/guessed").status()).isEqualTo(404);
            assertThat(new Guest(app).get("/rehearsal/sign-in").status()).isEqualTo(404);
            assertThat(app.db()
                            .sql("select string_agg(digest, '') from setup_link")
                            .query(String.class)
                            .single())
                    .doesNotContain(token);

            refused(app, token);
            assertThat(new Guest(app).get("/setup/" + token).status()).isEqualTo(200);
            assertThat(twoAtOnce(app, token)).containsExactlyInAnyOrder(302, 404);
            assertThat(new Guest(app).get("/setup/" + token).status()).isEqualTo(404);
            assertThat(links.link()).as("no link once there is an account").isEmpty();
            assertThat(app.bean(People.class).units()).hasSize(3);

            handDown(app);
        }
    }

    /** The province makes the office of the county; its head enters a contact. */
    private static void handDown(App app) {
        var name = app.bean(Accounts.class).name(new Login("founder-1")).isPresent() ? "founder-1" : "founder-2";
        var province = signIn(app, name, PASSWORD);
        assertThat(province.get("/").status()).isEqualTo(200);
        var slips = province.post("/people/offices", "unit", "440113", "unit", "440100");
        assertThat(slips.status()).isEqualTo(200);
        var words = Pattern.compile("class=\"word\">([A-Z0-9-]+)<")
                .matcher(slips.body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(words).hasSize(2);

        var slip =
                new String[] {"login", "office-440113", "slip", words.getLast(), "password", PASSWORD, "again", PASSWORD
                };
        new Guest(app).post("/slip", slip);
        var head = signIn(app, "office-440113", PASSWORD);
        assertThat(head.get("/").status()).isEqualTo(200);
        assertThat(head.post("/people/440113/bodies", "name", "区财政局", "shortName", "财政局")
                        .status())
                .isEqualTo(302);
        var table = "单位,岗位,角色,姓名,登录名\n财政局,联系人,联系人,周敏,zhou\n";
        assertThat(head.upload("/people/440113/contacts", Map.of(), "contacts.csv", table.getBytes(UTF_8))
                        .body())
                .contains("zhou", "class=\"word\"");
    }

    private static void refused(App app, String token) {
        for (var wrong : List.of(
                Map.of("code", "44"),
                Map.of("code", "440113"),
                Map.of("code", "450000"),
                Map.of("province", " "),
                Map.of("login", "省厅"),
                Map.of("login", "13800138000"),
                Map.of("password", "short", "again", "short"),
                Map.of("again", "another long password"))) {
            var answer = open(app, token, wrong, UNITS);
            assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.body()).contains("什么都没有录入").doesNotContain(PASSWORD);
        }
        for (var table : List.of(
                "",
                "code\tname\n",
                "code\tname\tlevel\tparent\tregion\n",
                UNITS + "440113\t番禺区\tcounty\t440100\t珠三角\n",
                UNITS + "440114\t花都区\tcounty\t440900\t珠三角\n",
                UNITS + "440000\t广东省\tcity\t\t珠三角\n",
                UNITS + "440115\t=1+1\tcounty\t440100\t珠三角\n"))
            assertThat(open(app, token, Map.of(), table).status()).as(table).isEqualTo(422);
        assertThat(app.bean(Accounts.class).nobody()).isTrue();
        assertThat(app.bean(People.class).units()).isEmpty();
    }

    private static List<Integer> twoAtOnce(App app, String token) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = List.of("founder-1", "founder-2").stream()
                    .map(login -> threads.submit(() -> {
                        start.await();
                        return open(app, token, Map.of("login", login), UNITS).status();
                    }))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var one : running) statuses.add(one.get());
            return statuses;
        }
    }

    private static Guest.Answer open(App app, String token, Map<String, String> changed, String table) {
        var form = new HashMap<>(Map.of(
                "code", "440000",
                "province", "广东省",
                "login", "founder",
                "name", "周敏",
                "password", PASSWORD,
                "again", PASSWORD));
        form.putAll(changed);
        return new Guest(app).upload("/setup/" + token, form, "units.tsv", table.getBytes(UTF_8));
    }

    private static Guest signIn(App app, String login, String password) {
        var guest = new Guest(app);
        guest.signIn(login, password);
        return guest;
    }
}
