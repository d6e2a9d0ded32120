package pingheng.submission.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.pictures.Browsers;
import pingheng.submission.SelfEvaluations;

/** Figures typed down the grid in a browser with scripts. */
class CellKeysTest {
    private static final String CELL = ".cell-form input[name=value]:not([readonly])";

    @Test
    void enterSavesTheCellOnceAndGoesToTheNextAlsoWhenItIsTypedOverAgain() {
        try (var app = App.fresh().assigned();
                var browsers = new Browsers()) {
            var base = "http://localhost:" + app.port();
            var context = browsers.chromium().newContext(new Browser.NewContextOptions().setViewportSize(1366, 850));
            context.addCookies(List.of(new Cookie("lang", "zh").setUrl(base)));
            var page = context.newPage();
            var answers = new ArrayList<Integer>();
            page.onResponse(answer -> {
                if (answer.request().method().equals("POST") && answer.url().endsWith("/figures"))
                    answers.add(answer.status());
            });
            page.navigate(base + "/sign-in");
            page.locator("button[value='finance']").click();
            page.navigate(base + "/r/GD-2020/440113/figures");
            var ids = page.locator(CELL).all().stream()
                    .map(cell -> cell.getAttribute("id"))
                    .toList();

            type(page, ids.get(0), "101");
            assertThat(focused(page)).isEqualTo(ids.get(1));
            page.keyboard().type("102");
            page.keyboard().press("Enter");
            saved(page, ids.get(1));
            assertThat(focused(page)).isEqualTo(ids.get(2));
            type(page, ids.get(0), "103");
            page.waitForTimeout(300);

            assertThat(answers).containsExactly(200, 200, 200);
            assertThat(page.locator(".cell-form .error").count()).isZero();
            assertThat(app.bean(SelfEvaluations.class)
                            .of(app.round(), app.panyu())
                            .figuresReported()
                            .values())
                    .extracting(reported -> reported.written() + " v" + reported.version())
                    .containsExactlyInAnyOrder("103 v2", "102 v1");
        }
    }

    private static void type(Page page, String id, String text) {
        page.locator("#" + id).fill(text);
        page.locator("#" + id).press("Enter");
        saved(page, id);
    }

    private static void saved(Page page, String id) {
        page.locator("form:has(#" + id + ") .said:has-text('✓')").waitFor();
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.id"));
    }
}
