package pingheng.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.submission.SelfEvaluations;
import pingheng.value.PointCode;

/** Whatever happens to a save on its way, the page says "saved" only when it is, and the text stays. */
class SavingStory extends FinanceAtWork {
    private static final String POINT = "5.1.1";
    private static final String STATE = "#answer [data-state]";
    private static final String CLAIM = "#saved";

    @BeforeEach
    void opens() {
        finance.open("points/" + POINT);
    }

    @Test
    void aSaveIsToldOnlyByTheAnswer() {
        var held = new ArrayList<Route>();
        onPost(held::add);
        type("先写一句");
        page().waitForCondition(() -> !held.isEmpty());
        assertThat(state()).contains("正在保存");
        assertThat(claimed()).isEmpty();

        held.getFirst().resume();
        page().locator(CLAIM + ":has-text('已保存')").waitFor();
        assertThat(state()).isEmpty();
        assertThat(stored()).isEqualTo("先写一句");
    }

    @Test
    void aRefusalIsNoSaveAndTheTextStays() {
        page().context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("XSRF-TOKEN"));
        type("令牌没有了");

        says("未保存");
        assertThat(claimed()).isEmpty();
        assertThat(written()).isEqualTo("令牌没有了");
        assertThat(page().locator("#standing").count())
                .as("the rest of the page")
                .isOne();
        assertThat(stored()).isNotEqualTo("令牌没有了");
        assertThat(asksBeforeLeaving()).isTrue();
    }

    @Test
    void anEndedSessionIsNoSave() {
        page().context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        type("会话没有了");

        says("登录已过期，未保存");
        assertThat(claimed()).isEmpty();
        assertThat(written()).isEqualTo("会话没有了");
    }

    @Test
    void aLostAnswerIsAskedForAgain() {
        once(route -> {
            route.fetch();
            route.abort();
        });
        type("答复丢了");

        says("不知道是否已保存");
        assertThat(claimed()).isEmpty();
        says("核对过，已保存");
        assertThat(stored()).isEqualTo("答复丢了");
        assertThat(asksBeforeLeaving()).isFalse();
    }

    @Test
    void aLostRequestIsSentAgain() {
        once(Route::abort);
        type("没有送到");

        says("不知道是否已保存");
        page().locator(CLAIM + ":has-text('已保存')").waitFor();
        assertThat(stored()).isEqualTo("没有送到");
    }

    /** As after the program was ended and begun again: sessions are gone, what was saved is there. */
    @Test
    void whereAnswerAndSessionAreLostNobodyKnows() {
        once(route -> {
            route.fetch();
            page().context()
                    .clearCookies(
                            new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
            route.abort();
        });
        type("答复和会话都丢了");

        says("登录已过期");
        assertThat(state()).contains("不知道是否已保存").doesNotContain("未保存");
        assertThat(stored()).isEqualTo("答复和会话都丢了");
        assertThat(written()).isEqualTo("答复和会话都丢了");
        assertThat(asksBeforeLeaving()).isTrue();
    }

    @Test
    void whatStoodBeforeALostAnswerIsNotClaimedToStand() {
        type("甲");
        page().locator(CLAIM + ":has-text('已保存')").waitFor();
        var held = new ArrayList<Route>();
        onPost(route -> {
            held.add(route);
            if (held.size() > 1) return;
            route.fetch();
            route.abort();
        });
        type("乙");
        says("不知道是否已保存");
        type("甲");

        assertThat(claimed()).isEmpty();
        assertThat(stored()).isEqualTo("乙");
    }

    @Test
    void aPageOfSomebodyElseIsNoSave() {
        onPost(route -> route.fulfill(
                new Route.FulfillOptions().setBody("<p>请先登录网络</p>").setContentType("text/html")));
        type("门户页面");

        says("未保存：答复不是预期的页面");
        assertThat(page().locator("#standing").count())
                .as("the rest of the page")
                .isOne();
        assertThat(written()).isEqualTo("门户页面");
    }

    @Test
    void aCellThatIsNotSavedSaysSo() {
        onPost(route -> route.fulfill(new Route.FulfillOptions()
                .setStatus(403)
                .setBody("<p role=\"alert\">您不能填</p>")
                .setContentType("text/html")));
        finance.open("figures");
        var cell = page().locator("form.cell-form:has(input[name=value]:not([readonly]))")
                .first();
        cell.locator("input[name=value]").fill("12");
        cell.locator("input[name=value]").blur();

        cell.locator("[data-state]:has-text('未保存：您不能填')").waitFor();
        assertThat(cell.locator("input[name=value]").inputValue()).isEqualTo("12");
        assertThat(asksBeforeLeaving()).isTrue();
    }

    @Test
    void aFileThatIsTooLargeIsNotSent(@TempDir Path temp) throws IOException {
        var file = temp.resolve("录像.pdf");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((100L << 20) + 1);
        }
        var posts = new ArrayList<String>();
        page().onRequest(request -> {
            if (request.method().equals("POST")) posts.add(request.url());
        });
        var form = page().locator("form[action*='/evidence?']");
        form.locator("input[type=file]").setInputFiles(file);
        form.locator("button").click();

        form.locator("[data-state]:has-text('超过 100 MB，没有上传')").waitFor();
        assertThat(posts).isEmpty();
    }

    private Page page() {
        return finance.page();
    }

    private void onPost(Consumer<Route> then) {
        page().route("**/r/**", route -> {
            if (route.request().method().equals("POST")) then.accept(route);
            else route.resume();
        });
    }

    private void once(Consumer<Route> then) {
        var met = new ArrayList<Route>();
        onPost(route -> {
            met.add(route);
            if (met.size() == 1) then.accept(route);
            else route.resume();
        });
    }

    private void type(String text) {
        page().locator("#statement").fill(text);
    }

    private String written() {
        return page().locator("#statement").inputValue();
    }

    private String state() {
        return page().locator(STATE).innerText();
    }

    /** What the page claims to be saved. */
    private List<String> claimed() {
        return page().locator("#answer [data-saved]:visible").allInnerTexts().stream()
                .filter(text -> !text.isBlank())
                .toList();
    }

    private void says(String words) {
        page().locator(STATE + ":has-text('" + words + "')")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    private boolean asksBeforeLeaving() {
        var asked = new ArrayList<String>();
        page().onDialog(question -> asked.add(question.type()));
        page().navigate(finance.page().url().replaceAll("/r/.*", "/"));
        return asked.contains("beforeunload");
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
