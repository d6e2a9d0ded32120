package pingheng.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pingheng.submission.SelfEvaluations;
import pingheng.value.PointCode;

/** Whoever goes on typing, or goes on to another form of the page, has what was typed saved; and the page keeps up with what is. */
class TypingStory extends FinanceAtWork {
    private static final String POINT = "5.1.1";
    private static final byte[] PDF = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void whoeverTypesWithoutAPauseIsSavedWithinFiveSecondsAndTypesOn() {
        page().clock().install();
        finance.open("points/" + POINT);
        page().locator("#statement").fill("头尾");
        page().waitForResponse(
                        answer -> answer.request().method().equals("POST"),
                        () -> page().clock().runFor(2_000));
        page().evaluate("document.querySelector('#statement').setSelectionRange(1, 1)");
        var sent = new ArrayList<String>();
        page().onRequest(request -> {
            if (request.method().equals("POST")) sent.add(request.url());
        });

        for (int key = 0; key < 13; key++) typed("字");
        assertThat(sent).as("saves in 5.2 s of typing").isNotEmpty();
        for (int key = 0; key < 13; key++) typed("字");
        page().clock().runFor(2_000);

        page().locator("#saved:has-text('已保存')").waitFor();
        page().waitForCondition(() -> stored().equals("头" + "字".repeat(26) + "尾"));
        assertThat(page().locator("#statement").inputValue()).isEqualTo(stored());
        assertThat(page().evaluate("document.querySelector('#statement').selectionStart"))
                .isEqualTo(27);
    }

    private void typed(String key) {
        page().keyboard().insertText(key);
        page().clock().runFor(400);
    }

    @Test
    void whatWasTypedIsSavedBeforeAnyOtherFormOfThePageIsSent() {
        for (var form : List.of("form[action^='/language']", "form[action*='/evidence']", "form[action='/sign-out']")) {
            finance.open("points/" + POINT);
            if (form.contains("evidence")) finance.upload("#file", "决算.pdf", PDF);
            var words = "写完就去按 " + form;
            page().locator("#statement").fill(words);
            page().evaluate("window.before = true");
            page().locator(form + " button").click();
            page().waitForCondition(this::another);

            assertThat(stored()).as("saved before " + form + " was sent").isEqualTo(words);
        }
    }

    /** Whether another page is there, as a whole. */
    private boolean another() {
        try {
            return page().evaluate("!window.before && document.readyState === 'complete'")
                    .equals(true);
        } catch (PlaywrightException underWay) {
            return false;
        }
    }

    @Test
    void whatCannotBeSavedKeepsTheOtherFormFromBeingSent() {
        finance.open("points/" + POINT);
        page().route(
                        "**/points/" + POINT,
                        route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                                .setStatus(403)
                                .setBody("<p role=\"alert\">不可</p>")
                                .setContentType("text/html")));
        page().locator("#statement").fill("存不进去");
        page().locator("form[action^='/language'] button").click();

        page().locator("form[action^='/language'] [data-state]:has-text('没有送出')")
                .waitFor();
        assertThat(page().locator("#statement").inputValue()).isEqualTo("存不进去");
    }

    @Test
    void theHeadOfThePageFollowsASavedFigureAndNobodySignsWhatIsNotShown() {
        finance.open("points/" + POINT);
        page().locator("#statement").fill("教育支出只增不减。");
        page().locator("#saved:has-text('已保存')").waitFor();
        var cells = page().locator(".cell-form input[name=value]:not([readonly])");
        for (int cell = 0; cell < cells.count(); cell++) {
            cells.nth(cell).fill("1000");
            cells.nth(cell).blur();
            page().locator(".cell-form .said:has-text('✓')").nth(cell).waitFor();
        }

        page().locator("#standing:has-text('内容齐全')").waitFor();
        var sign = page().locator("#signing button:has-text('填报签名')");
        page().waitForCondition(sign::isEnabled);

        page().locator("#statement").fill("教育支出只增不减，见决算。");
        sign.click();
        page().locator("#signing [data-state]:has-text('请看过再按一次')").waitFor();
        assertThat(stored()).isEqualTo("教育支出只增不减，见决算。");
        sign.click();
        page().locator("main").getByText("待审核").first().waitFor(new Locator.WaitForOptions().setTimeout(10_000));
    }

    private Page page() {
        return finance.page();
    }

    private static String stored() {
        return app.bean(SelfEvaluations.class)
                .of(app.round(), app.panyu())
                .point(new PointCode(POINT))
                .orElseThrow()
                .answer()
                .statement();
    }
}
