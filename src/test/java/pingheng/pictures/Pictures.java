package pingheng.pictures;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pingheng.app.App;
import pingheng.app.Routes;
import pingheng.app.Routes.Route;

/** Takes a picture of every page at two widths in both languages, and asks axe about each. */
public final class Pictures {
    private static final Map<String, Integer> WIDTHS = Map.of("wide", 1366, "phone", 390);
    private static final String AXE = script();

    private final App app;
    private final Browsers browsers;
    private final Path folder;
    private final List<String> index = new ArrayList<>();
    private final List<String> grave = new ArrayList<>();

    Pictures(App app, Browsers browsers, Path folder) {
        this.app = app;
        this.browsers = browsers;
        this.folder = folder;
    }

    /** Writes {@code target/pictures} with an index, of all scenes or those named; fails when axe finds something serious or critical. */
    public static void main(String[] args) {
        try {
            System.exit(take(args.length == 0 ? Scene.values() : named(args)) ? 0 : 1);
        } catch (IOException | RuntimeException broken) {
            broken.printStackTrace();
            System.exit(2); // whatever still runs is of no use then
        }
    }

    private static Scene[] named(String[] scenes) {
        return Stream.of(scenes).map(Scene::valueOf).toArray(Scene[]::new);
    }

    private static boolean take(Scene[] scenes) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "pictures"));
        try (var browsers = new Browsers()) {
            var found = new ArrayList<String>();
            for (var scene : scenes) {
                try (var app = scene.app()) {
                    var pictures = new Pictures(app, browsers, Files.createDirectories(folder.resolve(scene.code())));
                    pictures.take(scene);
                    found.addAll(pictures.grave);
                }
            }
            found.forEach(System.out::println);
            System.out.println("axe: " + found.size() + " serious or critical");
            return found.isEmpty();
        }
    }

    /** What axe found that is serious or critical, one line each. */
    List<String> grave() {
        return grave;
    }

    void take(Scene scene) throws IOException {
        var byLogin = new TreeMap<String, List<Scene.Shot>>();
        for (var shot : scene.shots(app, Routes.of(app)))
            byLogin.computeIfAbsent(shot.login(), login -> new ArrayList<>()).add(shot);
        for (var one : byLogin.entrySet())
            for (var language : List.of("zh", "en")) take(one.getKey(), one.getValue(), language);
        Files.writeString(folder.resolve("index.html"), page(scene));
    }

    private void take(String login, List<Scene.Shot> shots, String language) {
        try (var context = browsers.chromium().newContext()) {
            context.addCookies(List.of(new Cookie("lang", language).setUrl("http://localhost:" + app.port())));
            var page = signedIn(context, login);
            for (var shot : shots) {
                page.navigate("http://localhost:" + app.port() + shot.path());
                for (var width : WIDTHS.entrySet()) take(page, shot, width.getValue(), width.getKey() + "-" + language);
            }
        }
    }

    private void take(Page page, Scene.Shot shot, int pixels, String suffix) {
        page.setViewportSize(pixels, 900);
        var name = shot.name() + "-" + suffix + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(folder.resolve(name)).setFullPage(true));
        index.add("<li><a href=\"%s\">%s</a> %s</li>".formatted(name, name, shot.route()));
        for (var found : axe(page)) grave.add(name + ": " + found);
        boolean overflows = (Boolean) page.evaluate("document.documentElement.scrollWidth > innerWidth + 1");
        if (overflows) grave.add(name + ": wider than the window");
    }

    /** What axe calls serious or critical on the page as it stands. */
    private static List<String> axe(Page page) {
        page.evaluate(AXE);
        var found = (List<?>) page.evaluate("axe.run({resultTypes: ['violations']}).then(run => run.violations"
                + ".filter(one => ['serious', 'critical'].includes(one.impact))"
                + ".map(one => one.id + ' (' + one.impact + ') ' + one.nodes[0].target))");
        return found.stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) throw new IllegalStateException("axe is not on the class path");
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Page signedIn(BrowserContext context, String login) {
        var page = context.newPage();
        if (login.isEmpty()) return page;
        page.navigate("http://localhost:" + app.port() + "/sign-in");
        page.locator("button[value='" + login + "']").click();
        return page;
    }

    private String page(Scene scene) {
        return "<!doctype html><meta charset=utf-8><title>" + scene.code() + "</title><ul>" + String.join("\n", index)
                + "</ul>";
    }

    /** The name of a picture: the route without what is the same everywhere. */
    static String name(Route route, String login) {
        var plain = route.path()
                .replace("/r/{round}/{unit}", "/unit")
                .replaceAll("[{}]", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "desk" : plain) + (login.isEmpty() ? "" : "-" + login);
    }
}
