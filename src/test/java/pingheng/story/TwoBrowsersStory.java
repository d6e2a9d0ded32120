package pingheng.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.pictures.Browsers;

/** Two at browsers of their own on one point: each sees what the other wrote, without doing anything for it. */
class TwoBrowsersStory {
    private static final String POINT = "/r/GD-2020/440113/points/5.1.1";

    @Test
    void bothSeeBothTextsWithinTenSecondsAndNobodysFieldIsTouched() {
        try (var app = App.fresh().assigned();
                var browsers = new Browsers()) {
            var finance = at(browsers, app, "finance");
            var office = at(browsers, app, "office");
            write(finance, "财政局写的");
            write(office, "办公室写的");
            write(office, "办公室写的，又加一句");

            office.locator("#at-once").getByText("办公室写的，又加一句").waitFor();

            var typing = finance.locator("#statement");
            typing.focus();
            finance.keyboard().type("（没写完");
            finance.clock().runFor(10_000);

            finance.locator("#at-once").getByText("办公室写的，又加一句").waitFor();
            assertThat(typing.inputValue()).endsWith("（没写完");
            assertThat(finance.evaluate("document.activeElement.id")).isEqualTo("statement");
            assertThat(office.locator("#at-once").innerText()).contains("财政局写的", "办公室写的，又加一句");
            assertThat(office.locator("#statement").inputValue()).isEqualTo("办公室写的，又加一句");
            picture(finance, "first");
            picture(office, "second");

            office.clock().runFor(10_000);
            office.locator("#at-once").getByText("（没写完").waitFor();
            office.locator("#take-written").click();
            office.getByText("已定：").waitFor();
            finance.clock().runFor(10_000);
            finance.locator("#at-once").getByText("您打开这一页之后").waitFor();
            assertThat(typing.inputValue()).endsWith("（没写完");
        }
    }

    private static void write(Page page, String statement) {
        page.locator("#statement").fill(statement);
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> page.clock().runFor(2_000));
    }

    private static Page at(Browsers browsers, App app, String login) {
        var base = "http://localhost:" + app.port();
        var context = browsers.chromium().newContext(new Browser.NewContextOptions().setViewportSize(1366, 850));
        context.addCookies(List.of(new Cookie("lang", "zh").setUrl(base)));
        var page = context.newPage();
        page.navigate(base + "/sign-in");
        page.locator("button[value='" + login + "']").click();
        page.waitForURL(base + "/");
        page.clock().install();
        page.navigate(base + POINT);
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "two-browsers-" + name + ".png")));
    }
}
