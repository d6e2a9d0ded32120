package pingheng.people.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.people.account.Accounts;

/** What a browser sends while nobody is signed in is carried out for nobody, whoever signs in next. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedOutTest {
    private static final String UNIT = "/r/GD-2020/" + App.PANYU;
    private static final String PASSWORD = "a password of the office";

    private App app = App.shared();

    @BeforeAll
    void start() {
        app = App.fresh().assigned();
        app.bean(Accounts.class).choose("office", app.slip("office"), PASSWORD);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void anUrgingIsNotSentForWhoeverSignsInNext() {
        for (var way : List.of("rehearsal", "password")) {
            var browser = new Guest(app);
            browser.post(UNIT + "/urgings", urging());
            followed(browser, way);
            assertThat(count("urging")).as(way).isZero();
        }
    }

    @Test
    void aTextIsNotSavedForWhoeverSignsInNext() {
        var browser = new Guest(app);
        browser.post(UNIT + "/points/5.1.1", "seen", "0", "statement", "写给谁的？");
        var signedIn = browser.post("/rehearsal/sign-in", "login", "finance");
        browser.get(path(signedIn));
        assertThat(count("answer")).isZero();
    }

    @Test
    void aPageThatOneWantedIsOpenedAfterTheSignIn() {
        for (var way : List.of("rehearsal", "password")) {
            var browser = new Guest(app);
            assertThat(browser.get(UNIT + "/urgings").location()).endsWith("/sign-in");
            var opened = followed(browser, way);
            assertThat(opened.status()).isEqualTo(200);
            assertThat(opened.body()).contains("<h1>督办");
        }
    }

    private Guest.Answer followed(Guest browser, String way) {
        var signedIn = way.equals("password")
                ? browser.signIn("office", PASSWORD)
                : browser.post("/rehearsal/sign-in", "login", "office");
        return browser.get(path(signedIn));
    }

    private String[] urging() {
        var body = String.valueOf(app.visitor("finance").post().body().id());
        return new String[] {"body", body, "point", "", "text", "请抓紧填报", "by", "2020-09-01"};
    }

    private long count(String table) {
        return app.db().sql("select count(*) from " + table).query(Long.class).single();
    }

    private static String path(Guest.Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        var to = URI.create(answer.location());
        return to.getQuery() == null ? to.getPath() : to.getPath() + "?" + to.getQuery();
    }
}
