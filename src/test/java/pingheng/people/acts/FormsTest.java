package pingheng.people.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.people.People;
import pingheng.people.account.Accounts;
import pingheng.value.Login;

/** A form is sent by whom it was rendered for, or by nobody; what was typed goes back to its writer alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsTest {
    private static final String UNIT = "/r/GD-2020/" + App.PANYU;
    private static final String POINT = UNIT + "/points/5.1.1";
    private static final String TEXT = "只给写的人看的得失分说明";

    private App app = App.shared();

    @BeforeAll
    void start() {
        app = App.fresh().assigned();
        for (var login : new String[] {"office", "finance"})
            app.bean(Accounts.class).choose(login, app.slip(login), password(login));
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void aFormOfSomebodyWhoLeftIsRefusedAndItsTextNotShown() {
        var browser = Guest.as(app, "finance");
        var opened = browser.opened();
        browser.post("/rehearsal/sign-in", "login", "education");
        var answer = browser.post(POINT, sent(opened, "seen", "0", "statement", TEXT));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body())
                .contains("people.form-of-another", "没有办理，也没有保存")
                .doesNotContain(TEXT);
        assertThat(answers()).isZero();
    }

    @Test
    void aFormOfOnesOtherPostIsRefusedAndItsTextComesBack() {
        var browser = Guest.as(app, "finance-check");
        var opened = browser.opened();
        var posts = app.bean(People.class).held(new Login("finance-check"));
        assertThat(posts).hasSizeGreaterThan(1);
        browser.post("/posts", "post", String.valueOf(posts.getLast().id()));
        var answer = browser.post(UNIT + "/points/5.1.1/returns", sent(opened, "_at", POINT, "reason", TEXT));

        assertThat(answer.body()).contains("people.form-of-another", TEXT);
        assertThat(answer.body()).contains("重新打开刚才的页面");
    }

    @Test
    void whatNobodyWasThereForComesBackToItsWriter() {
        var browser = expired("finance");
        assertThat(browser.get("/sign-in").body()).contains("没有办理，也没有保存");
        var signedIn = browser.post("/rehearsal/sign-in", "login", "finance");

        assertThat(signedIn.location()).endsWith(POINT);
        assertThat(browser.get(POINT).body()).contains(TEXT, "没有办理，也没有保存");
        assertThat(browser.get(UNIT).body()).doesNotContain(TEXT);
        assertThat(answers()).isZero();
    }

    @Test
    void whatNobodyWasThereForIsShownToNobodyElse() {
        for (var way : new String[] {"rehearsal", "password"}) {
            var browser = expired("finance");
            var signedIn = way.equals("password")
                    ? browser.signIn("office", password("office"))
                    : browser.post("/rehearsal/sign-in", "login", "office");

            assertThat(signedIn.location()).as(way).endsWith("/");
            assertThat(browser.get("/").body()).contains("是别人的：没有办理，也没有保存").doesNotContain(TEXT);
            assertThat(browser.get(POINT).body()).doesNotContain(TEXT);
            browser.post("/sign-out");
            browser.post("/rehearsal/sign-in", "login", "finance");
            assertThat(browser.get(POINT).body()).as(way).doesNotContain(TEXT);
        }
    }

    @Test
    void aPageOlderThanTheSignInIsRefusedInOurWordsAndItsTextComesBackToItsWriterAlone() {
        var finance = new Guest(app);
        finance.signIn("finance", password("finance"));
        var opened = finance.opened();
        finance.post("/sign-out");
        finance.signIn("finance", password("finance"));
        var refused = finance.post(POINT, sent(opened, "seen", "0", "statement", TEXT));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("people.form-old", "没有办理，也没有保存", TEXT);

        finance.post("/sign-out");
        finance.signIn("office", password("office"));
        assertThat(finance.post(POINT, sent(opened, "seen", "0", "statement", TEXT))
                        .body())
                .contains("people.form-old")
                .doesNotContain(TEXT);
        assertThat(answers()).isZero();
    }

    /** The page is old, and nobody is signed in, or somebody else: the text waits for its writer in this browser, and for nobody else. */
    @Test
    void whatIsTypedOnAfterSigningOutInAnotherTabComesBackToItsWriter() {
        for (var signedIn : new String[] {"", "office"})
            for (var next : new String[] {"finance", "office"}) {
                var browser = new Guest(app);
                browser.signIn("finance", password("finance"));
                var opened = new LinkedHashMap<>(browser.opened());
                opened.put("_at", POINT);
                browser.post("/sign-out");
                if (!signedIn.isEmpty()) browser.signIn(signedIn, password(signedIn));
                var refused = browser.post(POINT, sent(opened, "seen", "0", "statement", TEXT));
                if (signedIn.isEmpty()) assertThat(refused.location()).endsWith("/sign-in");
                else assertThat(refused.body()).contains("为原来的登录保留一小时").doesNotContain(TEXT);

                if (!signedIn.isEmpty()) browser.post("/sign-out");
                browser.signIn(next, password(next));
                var page = browser.get(POINT).body();
                if (next.equals("finance")) assertThat(page).as(signedIn + next).contains(TEXT, "没有办理，也没有保存");
                else assertThat(page).as(signedIn + next).doesNotContain(TEXT);
                assertThat(answers()).isZero();
            }
    }

    /** Another site can send a form, but has nothing kept. */
    @Test
    void nothingIsKeptOfAFormFromAnotherSite() {
        var browser = new Guest(app);
        var sent = browser.send(HttpRequest.newBuilder(browser.uri(POINT))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://there.example")
                .POST(HttpRequest.BodyPublishers.ofString("_for=finance+1&_at=%2F&statement=x")));
        assertThat(sent.status()).isEqualTo(403);
        assertThat(browser.cookies()).doesNotContain("unsent");
    }

    @Test
    void aFileThatCameAfterTheSessionHadEndedIsNamedAndTheTextBesideItKept() {
        var browser = Guest.as(app, "finance");
        var opened = browser.opened();
        browser.post("/sign-out");
        var fields = new LinkedHashMap<>(opened);
        fields.put("_csrf", String.valueOf(browser.opened().get("_csrf")));
        fields.put("_at", POINT);
        fields.put("text", TEXT);
        var answer = browser.upload(POINT + "/evidence", fields, "过期样例.pdf", pdf());
        assertThat(answer.location()).endsWith("/sign-in");
        browser.post("/rehearsal/sign-in", "login", "finance");

        assertThat(browser.get(POINT).body()).contains("文件「过期样例.pdf」没有收下", TEXT);
        assertThat(app.db()
                        .sql("select count(*) from evidence")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aFormThatDoesNotSayWhoseItIsIsRefused() {
        var browser = Guest.as(app, "finance");
        assertThat(browser.post(POINT, "_for", "", "seen", "0", "statement", TEXT)
                        .status())
                .isEqualTo(409);
        assertThat(browser.post(UNIT + "/points/5.1.1/returns", "_once", "", "reason", TEXT)
                        .status())
                .isEqualTo(422);
    }

    /** The form of somebody whose session has ended, sent by nobody. */
    private Guest expired(String login) {
        var browser = Guest.as(app, login);
        var opened = browser.opened();
        browser.post("/sign-out");
        var csrf = String.valueOf(browser.opened().get("_csrf"));
        var answer = browser.post(POINT, sent(opened, "_csrf", csrf, "_at", POINT, "seen", "0", "statement", TEXT));
        assertThat(answer.location()).endsWith("/sign-in");
        return browser;
    }

    private static String[] sent(Map<String, String> opened, String... fields) {
        var sent = new ArrayList<String>();
        opened.forEach((name, value) -> sent.addAll(List.of(name, value)));
        sent.addAll(List.of(fields));
        return sent.toArray(String[]::new);
    }

    private long answers() {
        return app.db().sql("select count(*) from answer").query(Long.class).single();
    }

    private static String password(String login) {
        return login + " has a password";
    }

    static byte[] pdf() {
        return Carried.pdf("样例");
    }
}
