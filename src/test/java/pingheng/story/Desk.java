package pingheng.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import pingheng.app.App;
import pingheng.pictures.Browsers;

/** One of the cast at a browser window of a width, in a language. Questions before harm are answered with yes. */
final class Desk implements AutoCloseable {
    static final int WIDE = 1366;
    static final int PHONE = 390;

    private final BrowserContext context;
    private final Page page;
    private final String base;

    Desk(Browsers browsers, App app, String login, String language, int width) {
        base = "http://localhost:" + app.port();
        context = browsers.chromium().newContext(new Browser.NewContextOptions().setViewportSize(width, 850));
        context.setDefaultTimeout(30_000);
        context.addCookies(List.of(new Cookie("lang", language).setUrl(base)));
        page = context.newPage();
        page.onDialog(question -> question.accept());
        page.navigate(base + "/sign-in");
        page.locator("button[value='" + login + "']").click();
        page.waitForURL(base + "/");
    }

    /** Opens a page of the county in its round. */
    Desk open(String rest) {
        page.navigate(base + "/r/GD-2020/" + App.PANYU + "/" + rest);
        return this;
    }

    /** Opens any page. */
    Desk go(String path) {
        page.navigate(base + path);
        return this;
    }

    Desk reload() {
        page.navigate(base + "/");
        return this;
    }

    /** Chooses one of a list by its value. */
    Desk choose(String selector, String value) {
        page.locator(selector).first().selectOption(value);
        return this;
    }

    Desk click(String selector) {
        page.locator(selector).first().click();
        return this;
    }

    Desk fill(String selector, String text) {
        page.locator(selector).first().fill(text);
        return this;
    }

    Desk upload(String selector, String name, byte[] content) {
        page.locator(selector).first().setInputFiles(new FilePayload(name, "application/octet-stream", content));
        return this;
    }

    /** Presses the button of these words. */
    Desk press(String words) {
        page.locator("button:has-text('" + words + "')").first().click();
        page.waitForLoadState();
        return this;
    }

    /** Waits until the words are on the page. */
    Desk sees(String words) {
        page.locator("main").getByText(words).first().waitFor();
        return this;
    }

    boolean canPress(String words) {
        return page.locator("button:has-text('" + words + "')").first().isEnabled();
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** The page itself, for what goes wrong on the line. */
    Page page() {
        return page;
    }

    String path() {
        return page.url().substring(base.length());
    }

    byte[] download(String link) {
        return fetch(page.locator(link).first().getAttribute("href"));
    }

    /** The file at an address. */
    byte[] fetch(String path) {
        var answer = page.request().get(base + path);
        if (!answer.ok()) throw new IllegalStateException(path + ": " + answer.status());
        return answer.body();
    }

    @Override
    public void close() {
        context.close();
    }
}
