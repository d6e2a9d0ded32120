package pingheng.story;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import pingheng.app.App;
import pingheng.pictures.Browsers;

/** The contact of the finance bureau at a browser, in a county whose points are assigned: signed in anew for each test of a class. */
abstract class FinanceAtWork {
    static App app;
    static Browsers browsers;
    Desk finance;

    @BeforeAll
    static void opened() {
        app = App.fresh().assigned();
        browsers = new Browsers();
    }

    @AfterAll
    static void closed() {
        browsers.close();
        app.close();
    }

    @BeforeEach
    void signedIn() {
        finance = new Desk(browsers, app, "finance", "zh", Desk.WIDE);
    }

    @AfterEach
    void left() {
        finance.close();
    }
}
