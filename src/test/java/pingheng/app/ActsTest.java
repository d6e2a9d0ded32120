package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingheng.people.account.Accounts;
import pingheng.result.release.OneReleased;

/**
 * Every form, sent by nobody, by somebody else, from a page older than the sign-in, twice at once and once more: who did it, how often, and
 * whether what was typed comes back. With {@code -Dgolden=write} the table is written anew, to be read as a difference.
 */
class ActsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/pingheng/acts.golden.txt");
    private static final Pattern CODE = Pattern.compile("<p class=\"text-secondary small\">([a-z0-9.-]+)</p>");
    private static final String TYPED = "这是写了很久的一段话";

    private static final String NOT_DONE = "NOT DONE";

    private static final String HEAD = """
            每张表单：没有人登录时送出 | 打开之后换了人 | 页面比登录旧 | 同时按两次、再按一次。 Every form: sent by nobody | by somebody else | from an
            older page | pressed twice at once and once more.
            文字：还给写的人 / 不给别人看。 What was typed: comes back to its writer, is shown to nobody else.
            重写 To write it anew: ./mvnw test -Dtest=ActsTest -Dgolden=write

            """;

    @Test
    void everyFormIsDoneOnceByWhomItWasOpenedForOrNotAtAll() throws Exception {
        var told = new StringBuilder(HEAD);
        try (var app = App.fresh().assigned()) {
            told.append(refused(app));
            told.append("\n== 按两次再按一次 pressed twice at once, and once more\n");
            for (var press : Presses.underWay(app)) told.append(tried(app, press));
            Carried.upTo(app, Carried.Step.CHECKED);
            for (var press : Presses.whole(app)) told.append(tried(app, press));
        }
        try (var app = App.fresh()) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            OneReleased.judged(app);
            for (var press : Presses.release(app)) told.append(tried(app, press));
        }
        if ("write".equals(System.getProperty("golden"))) Files.writeString(GOLDEN, told.toString());

        assertThat(told.toString()).doesNotContain(NOT_DONE, "ONCE MORE");
        assertThat(told.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    /** What would stand there if a token were not looked at, or a form of another taken: the table would see it. */
    @Test
    void anActThatIsDoneTwiceOrForAnotherIsSeen() {
        try (var app = App.fresh().assigned()) {
            var office = Guest.as(app, "office");
            var urging = Presses.underWay(app).stream()
                    .filter(press -> press.route().endsWith("/urgings"))
                    .findFirst()
                    .orElseThrow();
            var before = Effects.of(app);
            for (int i = 0; i < 2; i++) urging.sent().apply(app).as(office, Map.of());
            assertThat(Effects.of(app).since(before)).isEqualTo("office duty.urged +2, urging +2");
        }
    }

    /** Every form of every page, found by program: nothing may come of it, whatever is in its fields. */
    private static String refused(App app) {
        var told = new StringBuilder();
        var before = Effects.of(app);
        var password = "finance has a password";
        app.bean(Accounts.class)
                .choose("finance", app.bean(Accounts.class).slip("finance", "").word(), password);
        var another = Guest.as(app, "finance");
        var ofAnother = another.opened();
        another.post("/rehearsal/sign-in", "login", "education");
        var older = new Guest(app);
        older.signIn("finance", password);
        var ofOlder = older.opened();
        older.post("/sign-out");
        older.signIn("finance", password);
        for (var path : forms(app))
            told.append("%-58s %s | %s | %s%n"
                    .formatted(
                            path,
                            nobody(app, path),
                            cell(send(another, path, ofAnother)),
                            cell(send(older, path, ofOlder))));
        assertThat(Effects.of(app).since(before)).isEmpty();
        return told.toString();
    }

    private static List<String> forms(App app) {
        return Routes.of(app).all().stream()
                .filter(route -> route.method().equals("POST") && !route.path().startsWith("/api/"))
                .map(Routes.Route::path)
                .filter(path -> !path.matches("/(language|slip|setup/.*|rehearsal/sign-in)"))
                .toList();
    }

    /** The session had ended; then its writer signs in, or somebody else. */
    private static String nobody(App app, String path) {
        var shown = new ArrayList<String>();
        var status = "";
        for (var next : List.of("finance", "education")) {
            var browser = Guest.as(app, "finance");
            var opened = new HashMap<>(browser.opened());
            browser.post("/sign-out");
            opened.put("_csrf", String.valueOf(browser.opened().get("_csrf")));
            status = cell(send(browser, path, opened));
            browser.post("/rehearsal/sign-in", "login", next);
            shown.add(browser.get("/").body().contains(TYPED) ? "还给 back" : "不给看 not shown");
        }
        return status + ", " + String.join("/", shown);
    }

    private static Guest.Answer send(Guest guest, String path, Map<String, String> opened) {
        var filled = path.replace("{round}", "GD-2020")
                .replaceAll("(/people|visits|r/GD-2020)/\\{unit}", "$1/" + App.PANYU)
                .replace("{point}", "5.1.1")
                .replace("{layer}", "city")
                .replace("{stage}", "submission")
                .replaceAll("\\{[a-z]+}", "1");
        var fields = new LinkedHashMap<>(opened);
        fields.put("text", TYPED);
        if (filled.matches(".*/(evidence|scans|proof|contacts|frameworks)"))
            return guest.upload(filled, fields, "a.pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
        return guest.post(
                filled,
                fields.entrySet().stream()
                        .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                        .toArray(String[]::new));
    }

    private static String cell(Guest.Answer answer) {
        var typed = answer.body().contains(TYPED) ? ", 还给 back" : "";
        if (answer.status() == 302) return answer.location().endsWith("/sign-in") ? "302 sign-in" : "302";
        var code = CODE.matcher(answer.body());
        return answer.status() + (code.find() ? " " + code.group(1) : "") + typed;
    }

    /** Also what cannot be pressed is told, so that one such act does not hide the others. */
    private static String tried(App app, Press press) throws Exception {
        try {
            return pressed(app, press);
        } catch (RuntimeException failed) {
            return "%-58s %s: %s%n".formatted(press.route(), NOT_DONE, failed);
        }
    }

    private static String pressed(App app, Press press) throws Exception {
        var guest = Guest.as(app, press.login());
        var sent = press.sent().apply(app);
        var opened = guest.opened();
        var before = Effects.of(app);
        var answers = new ArrayList<>(atOnce(() -> sent.as(guest, opened)));
        var once = Effects.of(app).since(before);
        answers.add(sent.as(guest, opened));
        var all = new TreeSet<String>();
        for (var answer : answers) all.add(answer.status() + (answer.status() == 302 ? " " + rest(answer) : ""));
        var twice = Effects.of(app).since(before);
        return "%-58s %s | %s%s%n"
                .formatted(
                        press.route(),
                        String.join(" / ", all),
                        once.isEmpty() ? NOT_DONE : once,
                        once.equals(twice) ? "" : " | ONCE MORE " + twice);
    }

    private static String rest(Guest.Answer answer) {
        return answer.location().replaceFirst("^https?://[^/]+", "").replaceAll("/[0-9]+(?=/|$|#)", "/#");
    }

    private static List<Guest.Answer> atOnce(Callable<Guest.Answer> press) throws Exception {
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Guest.Answer> one = () -> {
                together.await();
                return press.call();
            };
            var first = threads.submit(one);
            var second = threads.submit(one);
            return List.of(first.get(), second.get());
        }
    }
}
