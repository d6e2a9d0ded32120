package pingheng.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.digest.Sha256;
import pingheng.ledger.Ledger;
import pingheng.people.account.Accounts;
import pingheng.problem.Sentence;
import pingheng.value.Login;

/** A county is drawn, visited, reads what was found, says its word to it, and only then something is decided on site. */
class VisitStory {
    private static final String VISITS = "/r/GD-2020/visits";
    private static final String PANYU = VISITS + "/440113";
    private static final String DECISION = "/r/GD-2020/440113/review/onsite";
    private static final String OTHER = "office-440103";
    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"");

    @Test
    void nothingIsDecidedOnSiteButOnFindingsThatTheCountyHasCountersigned() {
        try (var app = App.fresh().assigned()) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            app.at(Instant.parse("2020-11-05T02:00:00Z"));
            assertThat(Guest.as(app, "office").get(VISITS).body()).contains("样本还没有抽取");
            assertThat(Guest.as(app, "province").get(VISITS).body()).contains("抽取样本", "珠三角 县级");
            assertThat(decide(app, "5.1.1").code()).isEqualTo("visit.not-visited");

            draws(app);
            sends(app);
            notes(app);
            assertThat(decide(app, "5.1.1").code()).isEqualTo("visit.not-countersigned");
            countersigns(app);
            decides(app);
            aChangeAsksForAnotherWord(app);
            locks(app);
            assertThat(app.bean(Ledger.class).broken()).isEmpty();
        }
    }

    private static void draws(App app) {
        var province = Guest.as(app, "province");
        var good = Map.of("source", "公证摇号", "seed", "7", "size_county/珠三角", "2", "size_city/粤西", "3");
        for (var wrong : List.of(
                Map.of("seed", " "),
                Map.of("source", ""),
                Map.of("size_county/珠三角", "49"),
                Map.of("size_county/珠三角", "-1"),
                Map.of("size_county/珠三角", "二"),
                Map.of("size_county/珠三角", "99999999999"),
                Map.of("size_county/珠三角", "0", "size_city/粤西", "0"),
                Map.of("size_county/火星", "1"))) {
            var form = new HashMap<>(good);
            form.putAll(wrong);
            var answer = post(province, VISITS + "/draw", form);
            assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
        }
        assertThat(post(province, VISITS + "/draw", with(good, "size_county/珠三角", "49"))
                        .body())
                .as("a draw larger than its stratum says so")
                .contains("只有 48 个单位，抽不出 49 个");
        assertThat(post(Guest.as(app, "office"), VISITS + "/draw", good).status())
                .isEqualTo(403);

        assertThat(post(province, VISITS + "/draw", good).status()).isEqualTo(302);
        assertThat(post(province, VISITS + "/draw", with(good, "seed", "8")).status())
                .as("nobody draws until they like it")
                .isEqualTo(409);

        var sample = app.bean(Sampling.class)
                .sample(app.visitor("province"), app.round())
                .orElseThrow();
        assertThat(sample.lines())
                .hasSize(143)
                .allSatisfy(line -> assertThat(line.hash()).isEqualTo(Sha256.of("7|GD-2020|" + line.unit())));
        assertThat(sample.visited()).hasSize(5);
        assertThat(Guest.as(app, "city").get(VISITS + "/sample.csv").body())
                .as("everybody may draw it anew")
                .isEqualTo(sample.csv());

        assertThat(named(province, "440113", "")).isEqualTo(422);
        assertThat(named(province, "999999", "没有这个单位")).isEqualTo(422);
        assertThat(named(province, "440113", "群众来信")).isEqualTo(302);
        assertThat(named(province, "440113", "再来一次")).isEqualTo(409);
        theReasonIsRead(app, List.of("province"), List.of("office", "city", "finance", "inspector", "member1", OTHER));
    }

    /** Why a unit was named: by whom it is read, on the page and by programs; that it was named everybody reads. */
    private static void theReasonIsRead(App app, List<String> by, List<String> notBy) {
        by.forEach(login -> assertThat(sample(app, login)).as(login).contains("指定：", "群众来信"));
        notBy.forEach(login ->
                assertThat(sample(app, login)).as(login).contains("指定", "番禺区").doesNotContain("群众来信"));
    }

    private static String sample(App app, String login) {
        var guest = login.equals(OTHER) ? other(app) : Guest.as(app, login);
        return guest.get(VISITS).body()
                + guest.get("/api/v1" + VISITS.replace("/r/", "/rounds/")).body();
    }

    /** Who is sent there the unit learns with the findings. */
    private static void whoComesIsRead(App app, boolean read) {
        var name = app.visitor("inspector").name();
        assertThat(Guest.as(app, "province").get(PANYU).body()).contains(name);
        var office = Guest.as(app, "office");
        assertThat(office.get(PANYU).body().contains(name)).as("the visit").isEqualTo(read);
        assertThat(office.get("/r/GD-2020/440113/ledger").body()
                        + office.get("/").body())
                .doesNotContain("指派 ");
    }

    private static Guest other(App app) {
        app.bean(Accounts.class).cast(new Login(OTHER), new Sentence("另一个县", "another county"));
        return Guest.as(app, OTHER);
    }

    private static void sends(App app) {
        var inspector = Guest.as(app, "inspector");
        assertThat(inspector.get(PANYU).status()).as("not sent there").isEqualTo(404);
        assertThat(inspector.get("/r/GD-2020/440113").status()).isEqualTo(404);
        var province = Guest.as(app, "province");
        var finance = String.valueOf(app.visitor("finance").post().id());
        assertThat(province.post(PANYU + "/inspectors", "post", finance).status())
                .as("no inspector")
                .isEqualTo(422);
        var post = String.valueOf(app.visitor("inspector").post().id());
        assertThat(province.post(PANYU + "/inspectors", "post", post).status()).isEqualTo(302);
        assertThat(inspector.get(PANYU).status()).isEqualTo(200);
        assertThat(inspector.get("/").body()).contains("实地核查番禺区");
        assertThat(inspector.get(VISITS + "/440103").status())
                .as("not visited at all")
                .isEqualTo(404);
    }

    private static void notes(App app) {
        var inspector = Guest.as(app, "inspector");
        assertThat(note(inspector, "9.9.9", "x", 0)).isEqualTo(422);
        assertThat(note(inspector, "5.1.1", "x".repeat(5001), 0)).isEqualTo(422);
        assertThat(note(inspector, "5.1.1", "<script>台账齐全</script>", 0)).isEqualTo(302);
        assertThat(note(inspector, "5.1.1", "两人同时", 0)).as("seen before").isEqualTo(409);
        assertThat(note(inspector, "5.1.2", "写错了", 0)).isEqualTo(302);
        assertThat(note(inspector, "5.1.2", "", 1)).as("taken back").isEqualTo(302);
        assertThat(note(Guest.as(app, "office"), "5.1.1", "自己写", 1)).isEqualTo(403);
        assertThat(note(Guest.as(app, "city"), "5.1.1", "看一看", 1)).isEqualTo(404);
        assertThat(inspector.get(PANYU).body()).contains("&lt;script&gt;台账齐全").doesNotContain("<script>台账", "写错了");
        assertThat(Guest.as(app, "office").get(PANYU).body())
                .as("not handed over yet")
                .contains("还没有把记录交来会签")
                .doesNotContain("台账齐全");
        whoComesIsRead(app, false);
    }

    private static void countersigns(App app) {
        var inspector = Guest.as(app, "inspector");
        var office = Guest.as(app, "office");
        assertThat(office.post(PANYU + "/countersignature", "digest", digest(inspector), "agrees", "true")
                        .status())
                .isEqualTo(409);
        assertThat(inspector.post(PANYU + "/handover", "digest", "0".repeat(64)).status())
                .isEqualTo(409);
        assertThat(inspector
                        .post(PANYU + "/handover", "digest", digest(inspector))
                        .status())
                .isEqualTo(302);
        assertThat(office.get("/").body()).contains("会签实地核查记录");
        whoComesIsRead(app, true);
        theReasonIsRead(app, List.of("province", "office", "finance"), List.of("city", "inspector", OTHER));
        assertThat(office.get(PANYU).body()).contains("台账齐全");
        var digest = digest(office);
        assertThat(office.post(PANYU + "/countersignature", "digest", digest, "agrees", "false", "text", " ")
                        .status())
                .as("an objection says what to")
                .isEqualTo(422);
        for (var login : List.of("finance", "inspector", "province"))
            assertThat(Guest.as(app, login)
                            .post(PANYU + "/countersignature", "digest", digest, "agrees", "true")
                            .status())
                    .as(login)
                    .isEqualTo(403);
        assertThat(office.post(PANYU + "/countersignature", "digest", digest, "agrees", "true")
                        .status())
                .isEqualTo(302);
        assertThat(office.post(PANYU + "/countersignature", "digest", digest, "agrees", "true")
                        .status())
                .as("once")
                .isEqualTo(409);
    }

    private static void decides(App app) {
        assertThat(decide(app, "5.1.2").code()).isEqualTo("visit.no-finding");
        assertThat(Guest.as(app, "province").get(DECISION + "/5.1.2").body()).contains("这个观测点没有实地核查记录");
        assertThat(decide(app, "5.1.1").status()).isEqualTo(302);
        for (var login : List.of("office", "city", "inspector"))
            assertThat(Guest.as(app, login).get(DECISION).status()).as(login).isEqualTo(404);
    }

    private static void aChangeAsksForAnotherWord(App app) {
        var inspector = Guest.as(app, "inspector");
        assertThat(note(inspector, "5.1.2", "看到新情况", 2)).isEqualTo(302);
        assertThat(decide(app, "5.1.2").code()).isEqualTo("visit.not-countersigned");
        inspector.post(PANYU + "/handover", "digest", digest(inspector));
        var deputy = Guest.as(app, "deputy");
        assertThat(deputy.post(PANYU + "/countersignature", "digest", digest(deputy), "agrees", "false", "text", "当日停课")
                        .status())
                .isEqualTo(302);
        assertThat(decide(app, "5.1.2").status())
                .as("an objection is kept beside it, the province decides")
                .isEqualTo(302);
        assertThat(Guest.as(app, "province").get(PANYU).body()).contains("有异议", "当日停课");
    }

    private static void locks(App app) {
        app.at(Instant.parse("2020-12-01T02:00:00Z"));
        assertThat(note(Guest.as(app, "inspector"), "5.1.1", "晚了", 1)).isEqualTo(409);
    }

    /** What the province is told when it agrees to a point on site. */
    private static Guest.Answer decide(App app, String point) {
        return Guest.as(app, "province").post(DECISION + "/" + point, "decision", "agree", "seen", "0");
    }

    private static int named(Guest guest, String unit, String reason) {
        return guest.post(VISITS + "/named", "unit", unit, "reason", reason).status();
    }

    private static int note(Guest guest, String point, String text, int seen) {
        return guest.post(PANYU + "/findings", "point", point, "text", text, "seen", String.valueOf(seen))
                .status();
    }

    private static String digest(Guest guest) {
        var found = DIGEST.matcher(guest.get(PANYU).body());
        return found.find() ? found.group(1) : "0".repeat(64);
    }

    private static Guest.Answer post(Guest guest, String path, Map<String, String> form) {
        return guest.post(
                path,
                form.entrySet().stream()
                        .flatMap(one -> List.of(one.getKey(), one.getValue()).stream())
                        .toArray(String[]::new));
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }
}
