package pingheng.people.staff.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.People;
import pingheng.people.Post;
import pingheng.people.Role;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

class PeoplePagesTest {
    private static final String PAGE = "/people/" + App.PANYU;
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern WORD = Pattern.compile("class=\"word\">([A-Z0-9-]{14})<");

    private static App app = App.shared();

    @BeforeAll
    static void open() {
        app = App.fresh().assigned();
    }

    @AfterAll
    static void close() {
        app.close();
    }

    @Test
    void everybodyOfTheUnitSeesItsPeopleAndThoseAboveToo() {
        for (var login : List.of("office", "finance", "deputy", "city", "province")) {
            var answer = Guest.as(app, login).get(PAGE);
            assertThat(answer.status()).as(login).isEqualTo(200);
            assertThat(answer.body()).contains("区民政局", "萧雨桐", "全部岗位");
        }
    }

    @Test
    void anotherCountyAndOneThatIsNotThereAreUnknownInTheSameWords() {
        var office = Guest.as(app, "office");
        var other = office.get("/people/440112");
        assertThat(other.status()).isEqualTo(404);
        assertThat(text(other.body()))
                .isEqualTo(text(office.get("/people/999999").body()));
        assertThat(office.get("/people/440112/posts/" + post("区财政局", "联系人").id())
                        .status())
                .isEqualTo(404);
        assertThat(office.get("/people/somewhere").status()).isEqualTo(404);
    }

    @Test
    void whatTheOfficeMayAContactMayNot() {
        PostId post = post("区民政局", "联系人").id();
        BodyId body = post("区民政局", "联系人").body().id();
        for (var login : List.of("finance", "deputy", "city", "province")) {
            var guest = Guest.as(app, login);
            for (var answer : List.of(
                    guest.post(PAGE + "/bodies", "name", "区水利局", "shortName", "水利局"),
                    guest.post(PAGE + "/bodies/" + body, "shortName", "民政"),
                    guest.post(PAGE + "/bodies/" + body + "/posts", "title", "副手", "role", "contact"),
                    guest.post(PAGE + "/posts/" + post + "/appointments", "login", "zhou", "name", "周敏"),
                    guest.post(PAGE + "/posts/" + post + "/dismissals", "login", "civil"),
                    guest.post(PAGE + "/posts/" + post + "/handovers", "from", "civil", "login", "zhou", "name", "周"),
                    guest.post(PAGE + "/posts/" + post + "/slips", "login", "civil"),
                    guest.upload(PAGE + "/contacts", Map.of(), "contacts.csv", new byte[0]),
                    guest.get(PAGE + "/contacts.xlsx"))) {
                assertThat(answer.status()).as(login).isEqualTo(403);
                assertThat(answer.body()).contains("people.office-only");
            }
            assertThat(guest.get(PAGE + "/posts/" + post).body())
                    .as("the page says why its buttons are grey")
                    .contains("disabled", "只有本单位领导小组办公室可以这样做");
        }
        assertThat(people().held(new Login("civil"))).hasSize(1);
    }

    @Test
    void theOfficeEntersABodyItsPostAndANewPersonWhoSignsInByTheSlip() {
        var office = Guest.as(app, "office");
        var made = office.post(PAGE + "/bodies", "name", "区水务局", "shortName", "水务局", "kind", "财政", "inGroup", "yes");
        assertThat(made.status()).isEqualTo(302);
        var again = office.post(PAGE + "/bodies", "name", "区水务局", "shortName", "水务局");
        assertThat(again.body()).contains("people.body-twice");
        var posted = office.post(path(made) + "/posts", "title", "联系人", "role", "contact");
        assertThat(posted.status()).isEqualTo(302);

        var slips = office.post(path(posted) + "/appointments", "login", "shui.wu", "name", "江涛");
        assertThat(slips.status()).isEqualTo(200);
        assertThat(slips.whole().headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(slips.body()).contains("江涛", "shui.wu", "区水务局 联系人", "/slip");
        var word = word(slips.body());
        assertThat(app.bean(Ledger.class)
                        .before(Chain.of(App.PANYU), Long.MAX_VALUE, 20)
                        .toString())
                .contains("people.appointed", "shui.wu")
                .doesNotContain(word)
                .doesNotContain(word.replace("-", ""));
        assertThat(office.get(PAGE + "?show=waiting").body()).contains("江涛", "口令未用");

        var guest = signIn("shui.wu", word, PASSWORD);
        assertThat(guest.get("/").status()).isEqualTo(200);
        assertThat(guest.get(PAGE).body()).contains("已设密码");
    }

    @Test
    void handOverInTheMiddleKeepsDutiesAndDraftsWithThePost() {
        var office = Guest.as(app, "office");
        var education = Guest.as(app, "education");
        var post = post("区教育局", "联系人");
        var desk = education.get("/").body();
        var points = points(desk);
        assertThat(points).isNotEmpty();

        var slips = office.post(
                PAGE + "/posts/" + post.id() + "/handovers", "from", "education", "login", "successor", "name", "许静");
        assertThat(slips.status()).isEqualTo(200);

        assertThat(education.get("/").status())
                .as("rights end at the next request")
                .isEqualTo(403);
        assertThat(education.get(PAGE).status()).isEqualTo(403);
        var successor = signIn("successor", word(slips.body()), PASSWORD);
        assertThat(points(successor.get("/").body())).isEqualTo(points);
        assertThat(people().terms(post.id()))
                .extracting(term -> term.login() + (term.until() == null ? " open" : ""))
                .containsExactlyInAnyOrder("successor open", "education");
        var twice = office.post(
                PAGE + "/posts/" + post.id() + "/handovers", "from", "education", "login", "office", "name", "");
        assertThat(twice.body()).contains("people.not-holder");
    }

    @Test
    void whoHoldsNoPostAnyMoreSeesNothingButThatAndTheWayOut() {
        var office = Guest.as(app, "office");
        var post = post("区信访局", "联系人");
        var slips = office.post(PAGE + "/posts/" + post.id() + "/slips", "login", "complaints");
        var guest = signIn("complaints", word(slips.body()), PASSWORD);
        assertThat(guest.get("/").status()).isEqualTo(200);

        var dismissed = office.post(PAGE + "/posts/" + post.id() + "/dismissals", "login", "complaints");
        assertThat(dismissed.status()).isEqualTo(302);
        assertThat(office.get(PAGE + "?show=vacant").body()).contains("区信访局", "无人在岗");

        for (var later : List.of(guest, signedIn("complaints", PASSWORD)))
            for (var path : List.of("/", "/posts", PAGE, "/people/offices", PAGE + "/posts/" + post.id()))
                assertThat(later.get(path).body())
                        .as(path)
                        .contains("people.no-post", "退出")
                        .doesNotContain("萧雨桐");
        for (var path : List.of("", "/matrix", "/figures", "/summaries", "/submission", "/urgings", "/ledger"))
            assertThat(guest.get("/r/GD-2020/" + App.PANYU + path).status())
                    .as(path)
                    .isIn(403, 404);
        assertThat(guest.post("/posts", "post", String.valueOf(post.id())).status())
                .isEqualTo(403);
    }

    @Test
    void aNewSlipEndsTheSessionThatIsOpen() {
        var office = Guest.as(app, "office");
        var path = PAGE + "/posts/" + post("区司法局", "联系人").id() + "/slips";
        var guest = signIn("justice", word(office.post(path, "login", "justice").body()), PASSWORD);
        assertThat(guest.get("/").status()).isEqualTo(200);

        office.post(path, "login", "justice");
        assertThat(guest.get("/").body()).contains("people.no-post");
        assertThat(signInAnswer("justice", PASSWORD).location()).endsWith("/sign-in?wrong");
    }

    @Test
    void anOfficeHeadIsResetByTheProvinceAlone() {
        var post = post("领导小组办公室（区政府教育督导室）", "办公室专职");
        var path = PAGE + "/posts/" + post.id() + "/slips";
        for (var login : List.of("finance", "deputy", "city"))
            assertThat(Guest.as(app, login).post(path, "login", "office").body())
                    .as(login)
                    .contains("people.province-only");
        assertThat(Guest.as(app, "office").post(path, "login", "office").body()).contains("people.own-slip");
        var other = "/people/440112/posts/"
                + people().posts(new UnitCode("440112")).getFirst().id() + "/slips";
        assertThat(Guest.as(app, "province")
                        .post(other, "login", "office-440112")
                        .body())
                .contains("office-440112", "class=\"word\"");
    }

    @Test
    void anOfficeDoesNotReachThePeopleOfOthers() {
        var office = Guest.as(app, "office");
        var path = PAGE + "/posts/" + post("共青团番禺区委", "联系人").id() + "/appointments";
        for (var login : List.of("province", "city", "office-440112"))
            assertThat(office.post(path, "login", login, "name", "").body())
                    .as(login)
                    .contains("people.login-taken")
                    .doesNotContain("谢清扬");
    }

    @Test
    void theLastAdministratorStays() {
        var province = Guest.as(app, "province");
        var post = people().posts(new UnitCode("440000")).getFirst();
        var dismissed = province.post("/people/440000/posts/" + post.id() + "/dismissals", "login", "province");
        assertThat(dismissed.body()).contains("people.last-administrator");
        assertThat(province.get("/").status()).isEqualTo(200);
    }

    @Test
    void theActingPostIsChangedByAPostOnly() {
        var checker = Guest.as(app, "finance-check");
        var other = people().held(new Login("finance-check")).getLast();
        assertThat(checker.get("/posts?post=" + other.id()).status()).isEqualTo(200);
        assertThat(checker.get("/").body()).doesNotContain("统计局审核人二");
        assertThat(checker.post("/posts", "wrong", new String[] {"post", String.valueOf(other.id())})
                        .status())
                .isEqualTo(403);
        checker.post("/posts", "post", String.valueOf(other.id()));
        assertThat(checker.get("/").body()).contains("统计局审核人二");
        assertThat(checker.post("/posts", "post", "1").status()).isIn(302, 404);
    }

    @Test
    void signingOutEndsTheSession() {
        var guest = Guest.as(app, "education-check");
        assertThat(guest.get("/").status()).isEqualTo(200);
        assertThat(guest.get("/sign-out").status()).isEqualTo(404);
        assertThat(guest.get("/").status()).as("not by a link").isEqualTo(200);
        guest.post("/sign-out");
        assertThat(guest.get("/").location()).endsWith("/sign-in");
    }

    @Test
    void aTableOfContactsIsTakenWholeOrNotAtAll() {
        var office = Guest.as(app, "office");
        var good = "单位,岗位,角色,姓名,登录名\n区应急局,联系人,联系人,任晨曦,x\n";
        var refused = office.upload(PAGE + "/contacts", Map.of(), "通讯录.csv", good.getBytes(UTF_8));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("第 2 行", "contacts.body");
        assertThat(office.upload(PAGE + "/contacts", Map.of(), "list.docx", new byte[3])
                        .body())
                .contains("people.file-kind");
        assertThat(office.post(PAGE + "/contacts").status()).isEqualTo(422);

        var table = """
                单位,岗位,角色,姓名,登录名
                区应急管理局,值班联系人,联系人,汪洋,wang.yang
                区应急管理局,值班审核人,审核人,孔雪,kong.xue
                区统计局,值班联系人,联系人,汪洋,wang.yang
                """.getBytes(UTF_8);
        var taken = office.upload(PAGE + "/contacts", Map.of(), "contacts.csv", table);
        assertThat(taken.status()).isEqualTo(200);
        assertThat(WORD.matcher(taken.body()).results()).as("one slip a person").hasSize(2);
        assertThat(people().held(new Login("wang.yang"))).hasSize(2);
        var again = office.upload(PAGE + "/contacts", Map.of(), "contacts.csv", table);
        assertThat(again.body()).contains("3 行与现状相同", "不需要打印");
    }

    @Test
    void theProvinceMakesTheOfficesThatAreMissing() {
        var province = Guest.as(app, "province");
        assertThat(Guest.as(app, "city").get("/people/offices").status()).isEqualTo(403);
        assertThat(Guest.as(app, "city")
                        .post("/people/offices", "unit", "440100")
                        .status())
                .isEqualTo(403);
        assertThat(province.get("/people/offices").body()).contains("广州市", "未设");
        assertThat(province.post("/people/offices").body()).contains("people.no-unit");
        assertThat(province.post("/people/offices", "unit", "440100", "unit", "440113")
                        .body())
                .contains("people.has-office");
        assertThat(people().having(Role.OFFICE)).as("all or none").doesNotContain(new UnitCode("440100"));

        var slips = province.post("/people/offices", "unit", "440100");
        assertThat(slips.body()).contains("office-440100");
        var head = signIn("office-440100", word(slips.body()), PASSWORD);
        assertThat(head.get("/people/440100").body()).contains("新增单位");
    }

    @Test
    void anUnknownAddressIsNoBug() {
        assertThat(Guest.as(app, "office").get("/favicon.ico").status()).isEqualTo(404);
    }

    private static Guest signIn(String login, String slip, String password) {
        var guest = new Guest(app);
        var chosen = guest.post("/slip", "login", login, "slip", slip, "password", password, "again", password);
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(302);
        return signedIn(login, password);
    }

    private static Guest signedIn(String login, String password) {
        var guest = new Guest(app);
        guest.signIn(login, password);
        return guest;
    }

    private static Guest.Answer signInAnswer(String login, String password) {
        return new Guest(app).signIn(login, password);
    }

    private static String path(Guest.Answer redirect) {
        return URI.create(redirect.location()).getPath();
    }

    private static String word(String body) {
        var found = WORD.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static List<String> points(String desk) {
        return Pattern.compile("/points/([0-9.]+)")
                .matcher(desk)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    /** Without the token of the form, which differs from page to page, and the address one came from. */
    private static String text(String body) {
        return body.replaceAll("value=\"[^\"]*\"", "");
    }

    private static Post post(String body, String title) {
        return people().posts(App.PANYU).stream()
                .filter(post -> post.body().name().equals(body) && post.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static People people() {
        return app.bean(People.class);
    }
}
