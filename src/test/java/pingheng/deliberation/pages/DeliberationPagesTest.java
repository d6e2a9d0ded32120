package pingheng.deliberation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.app.Program;
import pingheng.people.account.Accounts;
import pingheng.problem.Sentence;
import pingheng.round.Rounds;
import pingheng.value.Login;
import pingheng.value.PostId;

class DeliberationPagesTest {
    private static final String PAGE = "/r/GD-2020/deliberation";
    private static final String API = "/api/v1/rounds/GD-2020/deliberation";

    @Test
    void theProvinceOpensASessionMembersMarkAndItIsClosed() {
        try (var app = App.fresh()) {
            var province = Guest.as(app, "province");
            var member = member(app, 1);
            assertThat(member.get(PAGE).body()).contains("合议还没有开始").doesNotContain("番禺区");
            assertThat(province.get(PAGE).body()).contains("委员1 康宁远", "开始合议");

            assertThat(province.post(PAGE, "post_" + post(app, 1), "yes").body())
                    .contains("不足法定的 5 人");
            assertThat(province.post(PAGE, seats(app)).location()).endsWith(PAGE);

            assertThat(member.get("/").body()).contains("还有 120 个单位没有表态");
            marked(member);
            for (int i = 2; i <= 5; i++) member(app, i).post(PAGE + "/marks", ballot(app));
            assertThat(province.get(PAGE).body()).contains("打分不足法定的 5 人").doesNotContain("4.5", "3.5");
            assertThat(province.post(PAGE + "/closing").status()).isEqualTo(409);

            member(app, 6).post(PAGE + "/marks", ballot(app));
            assertThat(province.post(PAGE + "/closing").status()).isEqualTo(302);
            assertThat(province.get(PAGE).body()).contains("合议记录", "打分\t委员1\t4.5\t");
            assertThat(member.get(PAGE).body()).contains("合议已经结束", "value=\"4.5\"", "readonly");
            assertThat(member.post(PAGE + "/marks", ballot(app)).body()).contains("合议已经结束");
        }
    }

    /** What is wrong comes back as it was typed; what is right is saved and shown. */
    private static void marked(Guest member) {
        var page = member.get(PAGE).body();
        assertThat(page).contains("番禺区", "本区域，按规定回避").doesNotContain("/r/GD-2020/440113", "/people/");

        var refused = member.post(
                PAGE + "/marks", "mark_440113", "<b>9", "reason_440113", "", "mark_440103", "4", "reason_440103", "好");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("番禺区", "value=\"&lt;b>9\"", "value=\"好\"")
                .doesNotContain("<b>9");

        var saved = member.post(PAGE + "/marks", "mark_440113", "4.5", "recused_440103", "yes", "reason_440103", "亲属");
        assertThat(saved.status()).isEqualTo(302);
        assertThat(member.get(PAGE).body()).contains("已保存 2 个单位", "value=\"4.5\"", "440103#1", "value=\"亲属\"");
        assertThat(member.post(PAGE + "/marks", "mark_440113", "4").body()).contains("在别处已改为 4.5");
        assertThat(member.post(PAGE + "/marks", "mark_440113", "3\0", "reason_440113", "\0", "seen", "440113#1")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoLeavesIsShownAndSeesNoUnitAnyMore() {
        try (var app = App.fresh()) {
            var province = Guest.as(app, "province");
            province.post(PAGE, seats(app));
            var path = PAGE + "/members/" + post(app, 3) + "/departure";

            assertThat(province.post(path, "reason", "").status()).isEqualTo(422);
            assertThat(province.post(path, "reason", "<i>公务").status()).isEqualTo(302);

            assertThat(province.get(PAGE).body())
                    .contains("已离席，打分作废：&lt;i&gt;公务")
                    .doesNotContain("<i>公务");
            assertThat(member(app, 3).get(PAGE).body()).contains("您已离席").doesNotContain("番禺区");
            assertThat(member(app, 9).get(PAGE).body()).contains("不在本次合议").doesNotContain("番禺区");
            assertThat(province.post(PAGE + "/members/0/departure", "reason", "x")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void othersHaveNoPartInIt() {
        for (var login : List.of("office", "finance", "city")) {
            var guest = Guest.as(App.shared(), login);
            assertThat(guest.get(PAGE).status()).as(login).isEqualTo(403);
            assertThat(guest.get("/").body()).as(login).doesNotContain(PAGE);
        }
        var member = Guest.as(App.shared(), "member1");
        assertThat(member.get("/").body()).contains(PAGE);
        for (var path :
                List.of("/r/GD-2020/440113", "/r/GD-2020/440000/ledger", "/people/440000", "/r/NONE/deliberation"))
            assertThat(member.get(path).status()).as(path).isEqualTo(404);
        assertThat(member.get("/r/GD-2020/survey").status()).isEqualTo(403);
    }

    @Test
    void programsDoTheSameByTheSameRules() {
        try (var app = App.fresh()) {
            var province = Program.as(app, "province");
            var member = Program.as(app, "member2");
            assertThat(member.get(API)
                            .json()
                            .path("why_not")
                            .path("mark")
                            .path("code")
                            .asString())
                    .isEqualTo("deliberation.not-open");
            var seats = new ArrayList<String>();
            for (int i = 1; i <= 5; i++) seats.add("{\"post\": " + post(app, i) + ", \"region\": \"\"}");

            var opened = province.json("POST", API, "{\"members\": [" + String.join(",", seats) + "]}");

            assertThat(opened.status()).isEqualTo(201);
            assertThat(opened.json().path("state").asString()).isEqualTo("open");
            var marks =
                    "{\"marks\": [{\"unit\": \"440113\", \"mark\": \"%s\", \"recused\": false, \"reason\": \"\", \"seen\": 0}]}";
            assertThat(member.json("PUT", API + "/marks", marks.formatted("3.3"))
                            .code())
                    .isEqualTo("deliberation.mark-steps");
            var ballot = member.json("PUT", API + "/marks", marks.formatted("3.5"))
                    .json()
                    .path("ballot");
            assertThat(ballot).anySatisfy(line -> {
                assertThat(line.path("unit").asString()).isEqualTo("440113");
                assertThat(line.path("mark").asString()).isEqualTo("3.5");
                assertThat(line.path("version").asInt()).isEqualTo(1);
            });
            assertThat(province.get(API).body()).doesNotContain("3.5").contains("deliberation.quorum");
            assertThat(province.json("POST", API + "/closing", "").code()).isEqualTo("deliberation.quorum");
            assertThat(province.json("POST", API + "/members/" + post(app, 2) + "/departure", "{\"reason\": \"公务\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(member.json("PUT", API + "/marks", marks.formatted("4")).code())
                    .isEqualTo("deliberation.has-left");
            assertThat(Program.as(app, "office").get(API).code()).isEqualTo("deliberation.province");
        }
    }

    private static Guest member(App app, int number) {
        var login = "member" + number;
        if (number > 1) app.bean(Accounts.class).cast(new Login(login), new Sentence("合议", "deliberation"));
        return Guest.as(app, login);
    }

    /** Seven members, the first from the east. */
    private static String[] seats(App app) {
        var form = new ArrayList<String>();
        for (int i = 1; i <= 7; i++)
            form.addAll(List.of("post_" + post(app, i), "yes", "region_" + post(app, i), i == 1 ? "粤东" : ""));
        return form.toArray(String[]::new);
    }

    /** The same mark for every unit. */
    private static String[] ballot(App app) {
        return app.bean(Rounds.class).units(app.round()).stream()
                .flatMap(unit -> Stream.of("mark_" + unit.code(), "3.5"))
                .toArray(String[]::new);
    }

    private static PostId post(App app, int number) {
        return app.visitor("member" + number).post().id();
    }
}
