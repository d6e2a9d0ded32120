package pingheng.duty.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.people.People;

class DutyPagesTest {
    private static final String PANYU = "/r/GD-2020/440113";
    private static final String TABLE = "编号\t牵头单位\n5.1.2\t财政";

    private final App app = App.shared();

    @Test
    void theMatrixShowsEveryOwedPointAndEveryBody() {
        var page = Guest.as(app, "finance").get(PANYU + "/matrix");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("5.1.2", "财政局", "南村镇", "54 个观测点没有牵头单位", "只有本单位领导小组办公室可以这样做")
                .doesNotContain("7.1.1", "name=\"file\"");
    }

    @Test
    void theOfficeReassignsAPointAndItShows() {
        try (var fresh = App.fresh().assigned()) {
            var office = Guest.as(fresh, "office");
            var body = body(fresh, "区财政局");
            assertThat(office.post(PANYU + "/matrix/1.1.1", "lead", body, "cooperating", body(fresh, "区教育局"))
                            .location())
                    .endsWith("/matrix");
            assertThat(office.get(PANYU + "/matrix/1.1.1").body())
                    .containsPattern("name=\"lead\" value=\"" + body + "\" checked");
            assertThat(office.post(PANYU + "/obligations", "body", body, "kind", "self-evaluation", "owes", "true")
                            .status())
                    .isEqualTo(302);
            assertThat(office.post(
                                    PANYU + "/urgings",
                                    "body",
                                    body,
                                    "point",
                                    "5.1.2",
                                    "text",
                                    "<script>x</script>",
                                    "by",
                                    "2020-08-30")
                            .status())
                    .isEqualTo(302);
            assertThat(Guest.as(fresh, "finance").get(PANYU + "/urgings").body())
                    .contains("&lt;script&gt;", "name=\"answer\"")
                    .doesNotContain("<script>x");
        }
    }

    @Test
    void whoIsNotTheOfficeChangesNothing() {
        for (var login : List.of("finance", "finance-check", "deputy", "city", "province")) {
            var guest = Guest.as(app, login);
            assertThat(guest.post(PANYU + "/matrix", "text", TABLE).status())
                    .as(login)
                    .isEqualTo(403);
            assertThat(guest.post(PANYU + "/matrix/table", "table", TABLE, "seen", "")
                            .status())
                    .as(login)
                    .isEqualTo(403);
            assertThat(guest.post(PANYU + "/matrix/5.1.2", "lead", body(app, "区财政局"))
                            .status())
                    .as(login)
                    .isEqualTo(403);
        }
    }

    @Test
    void whatIsWrongWithATableIsShownWithItsPlaceAndGivenBack() {
        var office = Guest.as(app, "office");

        var page = office.post(PANYU + "/matrix", "text", "编号\t牵头单位\n5.1.2\t区财攻局<i>\n9.9.9\t财政");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("共发现 2 处问题", "第 2 行「牵头单位」列", "第 3 行「编号」列", "区财攻局&lt;i&gt;", "duty.body-unknown")
                .doesNotContain("区财攻局<i>");
        assertThat(office.post(PANYU + "/matrix", "text", "  ").body()).contains("page.nothing");
        assertThat(office.upload(PANYU + "/matrix", Map.of(), "../../a.xlsx", new byte[] {'P', 'K', 3, 4})
                        .body())
                .contains("a.xlsx")
                .doesNotContain("../");
        assertThat(office.post(PANYU + "/matrix", "text", "编号\t牵头单位\n").body()).contains("duty.empty");
    }

    @Test
    void aPointThatNobodyOwesHasNoPage() {
        var office = Guest.as(app, "office");

        for (var point : List.of("7.1.1", "9.9.9", "x"))
            assertThat(office.get(PANYU + "/matrix/" + point).status())
                    .as(point)
                    .isEqualTo(404);
    }

    private static String body(App app, String name) {
        return app.bean(People.class).bodies(App.PANYU).stream()
                .filter(body -> body.name().equals(name))
                .map(body -> body.id().toString())
                .findFirst()
                .orElseThrow();
    }
}
