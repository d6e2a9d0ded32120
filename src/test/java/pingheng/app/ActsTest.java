package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingheng.people.account.Accounts;
import pingheng.people.acts.Idempotency;
import pingheng.result.release.OneReleased;

/**
 * Every form, sent by nobody, by somebody else, from a page older than the sign-in, twice at once and once more: who did it, how often, and
 * whether what was typed comes back. With {@code -Dgolden=write} the table is written anew, to be read as a difference.
 */
class ActsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/pingheng");

    /** What a verb says of itself; that a chain begins, or where the others end, the ledger says by itself. */
    private static final Pattern ENTRY = Pattern.compile("[a-z0-9-]+ (?!ledger\\.)[a-z]+\\.[a-z-]+ \\+1(?!\\d)");

    private static final String TYPED = "这是写了很久的一段话";

    /** How a press is pressed: as a form, or as a program sends it. */
    private interface Pressing {
        String of(App app, Press press) throws Exception;
    }

    private static final String NOT_DONE = "NOT DONE";

    private static final String HEAD = """
            每张表单：没有人登录时送出 | 打开之后换了人 | 页面比登录旧 | 同时按两次、再按一次。 Every form: sent by nobody | by somebody else | from an
            older page | pressed twice at once and once more.
            文字：还给写的人 / 不给别人看。 What was typed: comes back to its writer, is shown to nobody else.
            重写 To write it anew: ./mvnw test -Dtest=ActsTest -Dgolden=write

            """;

    private static final String PROGRAMS = """
            每个改动的接口，以 Idempotency-Key 送出：同一键同时两次、再一次 | 留下什么 | 同一键、别的内容 | 没有登录。
            Every change of the interface, sent under an Idempotency-Key: one key twice at once and once more | what it left | one key, something
            else | by nobody.

            """;

    @Test
    void everyFormIsDoneOnceByWhomItWasOpenedForOrNotAtAll() throws Exception {
        var told = new StringBuilder(HEAD);
        try (var app = App.fresh().assigned()) {
            told.append(refused(app));
            told.append("\n== 按两次再按一次 pressed twice at once, and once more\n");
            told.append(tried(app, Presses.underWay(app), ActsTest::sent));
            Carried.upTo(app, Carried.Step.CHECKED);
            told.append(tried(app, Presses.whole(app), ActsTest::sent));
        }
        try (var app = App.fresh()) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            told.append(tried(app, Presses.visit(app), ActsTest::sent));
            OneReleased.judged(app);
            for (var press : Presses.release(app)) {
                if (press.route().endsWith("/release")) told.append(releasedByOne(app, press));
                told.append(tried(app, press, ActsTest::sent));
            }
        }
        assertIsGolden("acts.golden.txt", told);
        assertThat(unpressed(told, Idempotency.declared().stream()))
                .as("each that is not the same however often it is done is really done")
                .containsOnly(
                        "/posts",
                        "/r/{round}/{unit}/matrix",
                        "/language",
                        "/rehearsal/sign-in",
                        "/setup/{token}",
                        "/slip");
    }

    /** The same of programs, which name each act by a key. */
    @Test
    void everyActOfAProgramIsDoneOnceUnderItsKey() throws Exception {
        var told = new StringBuilder(PROGRAMS);
        try (var app = App.fresh().assigned()) {
            var programs = programs();
            told.append(tried(app, ProgramPresses.underWay(app), programs));
            Carried.upTo(app, Carried.Step.CHECKED);
            told.append(tried(app, ProgramPresses.whole(app), programs));
        }
        try (var app = App.fresh()) {
            var programs = programs();
            Carried.upTo(app, Carried.Step.SUBMITTED);
            told.append(tried(app, ProgramPresses.visit(app), programs));
            OneReleased.judged(app);
            told.append(tried(app, ProgramPresses.release(app), programs));
            assertThat(unpressed(told, routes(app, true)))
                    .as("each is really done")
                    .isEmpty();
        }
        assertIsGolden("program-acts.golden.txt", told);
        assertThat(notOnceInTheLedger(told))
                .as("each leaves one entry, a draft none")
                .containsExactly("/api/v1/rounds/{round}/units/{unit}/points/{point}/draft");
    }

    private static List<String> notOnceInTheLedger(CharSequence told) {
        return told.toString()
                .lines()
                .filter(line -> line.matches("[A-Z]+ /api/.*"))
                .filter(line -> ENTRY.matcher(line.split(" \\| ")[1]).results().count() != 1)
                .map(line -> line.split(" +")[1])
                .toList();
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
        var password = "finance has a password";
        app.bean(Accounts.class).choose("finance", app.slip("finance"), password);
        var before = Effects.of(app);
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

    private static Stream<String> routes(App app, boolean programs) {
        return Routes.of(app).all().stream()
                .filter(route -> !route.method().equals("GET") && route.path().startsWith("/api/") == programs)
                .map(route -> programs ? route.toString() : route.path());
    }

    /** Those of the addresses that no line of the table begins with. */
    private static List<String> unpressed(CharSequence told, Stream<String> routes) {
        var lines = told.toString().split("== 按两次", 2);
        var pressed = lines[lines.length - 1]
                .lines()
                .map(line -> line.replaceFirst(" {2,}.*| (?=[0-9]{3} ).*", ""))
                .collect(Collectors.toSet());
        return routes.filter(route -> !pressed.contains(route)).toList();
    }

    private static void assertIsGolden(String name, CharSequence told) throws IOException {
        var golden = GOLDEN.resolve(name);
        if ("write".equals(System.getProperty("golden"))) Files.writeString(golden, told);

        assertThat(told.toString()).doesNotContain(NOT_DONE, "ONCE MORE", "other answers");
        assertThat(told.toString()).isEqualTo(Files.readString(golden));
    }

    /** The second person is not signed in when the release is sent, and then signs in. */
    private static String releasedByOne(App app, Press press) {
        var browser = Guest.as(app, press.login());
        var opened = new HashMap<>(browser.opened());
        browser.post("/sign-out");
        opened.put("_csrf", String.valueOf(browser.opened().get("_csrf")));
        var before = Effects.of(app);
        press.sent().apply(app).as(browser, opened);
        browser.post("/rehearsal/sign-in", "login", press.login());
        browser.get("/");
        browser.get(press.sent().apply(app).path());
        var after = Effects.of(app).since(before);
        assertThat(after).as("released by one person").isEmpty();
        return "%-58s %s%n"
                .formatted(
                        press.route(), "未登录时送出，随后第二人登录：没有发布 sent signed out, then the second signs in: not released");
    }

    private static List<String> forms(App app) {
        return routes(app, false)
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
        return answer.status() + (answer.code().isEmpty() ? "" : " " + answer.code()) + typed;
    }

    /** Each as itself, signed in once. */
    private static Pressing programs() {
        var programs = new HashMap<String, Program>();
        return (app, press) ->
                keyed(app, press, programs.computeIfAbsent(press.login(), login -> Program.as(app, login)));
    }

    private static String tried(App app, List<Press> presses, Pressing pressing) throws Exception {
        var told = new StringBuilder();
        for (var press : presses) told.append(tried(app, press, pressing));
        return told.toString();
    }

    /** Also what cannot be pressed is told, so that one such act does not hide the others. */
    private static String tried(App app, Press press, Pressing pressing) throws Exception {
        try {
            return pressing.of(app, press);
        } catch (RuntimeException failed) {
            return "%-58s %s: %s%n".formatted(press.route(), NOT_DONE, failed);
        }
    }

    /** Twice at once, once more, and once with something else; then by nobody. */
    private static String keyed(App app, Press press, Program program) throws Exception {
        var sent = press.sent().apply(app);
        var key = UUID.randomUUID().toString();
        var before = Effects.of(app);
        var answers = new ArrayList<>(atOnce(() -> sent.as(program, key, "")));
        var once = Effects.of(app).since(before);
        answers.add(sent.as(program, key, ""));
        var other = sent.as(program, key, "?other=1");
        var nobody = sent.as(Program.nobody(app), key, "");
        var twice = Effects.of(app).since(before);
        return "%-72s %s | %s%s | %s | %s%n"
                .formatted(
                        press.route(),
                        answers.stream()
                                        .map(Program.Answer::status)
                                        .distinct()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" / "))
                                + (answers.stream()
                                                        .map(Program.Answer::body)
                                                        .distinct()
                                                        .count()
                                                == 1
                                        ? ""
                                        : " 答复不同 other answers"),
                        once.isEmpty() ? NOT_DONE : once,
                        once.equals(twice) ? "" : " | ONCE MORE " + twice,
                        other.status() + " " + other.code(),
                        nobody.status());
    }

    private static String sent(App app, Press press) throws Exception {
        var guest = Guest.as(app, press.login());
        var sent = press.sent().apply(app);
        var opened = guest.opened();
        var before = Effects.of(app);
        var answers = new ArrayList<>(atOnce(() -> sent.as(guest, opened)));
        var once = Effects.of(app).since(before);
        answers.add(sent.as(guest, opened));
        var all = new TreeSet<String>();
        for (var answer : answers) all.add(answer.status() + (answer.status() == 302 ? " " + rest(answer) : ""));
        if (saves(press) && all.size() > 1) all.remove("409");
        var twice = Effects.of(app).since(before);
        return "%-58s %s | %s%s%n"
                .formatted(
                        press.route(),
                        String.join(" / ", all),
                        once.isEmpty() ? NOT_DONE : once,
                        once.equals(twice) ? "" : " | ONCE MORE " + twice);
    }

    /** Of two saves at once the second meets the version before the first, or the first itself: refused or the same, as it comes. */
    private static boolean saves(Press press) {
        return Idempotency.of(press.route())
                .filter(act -> act == Idempotency.SAVES)
                .isPresent();
    }

    private static String rest(Guest.Answer answer) {
        return answer.location().replaceFirst("^https?://[^/]+", "").replaceAll("/[0-9]+(?=/|$|#)", "/#");
    }

    private static <T> List<T> atOnce(Callable<T> press) throws Exception {
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<T> one = () -> {
                together.await();
                return press.call();
            };
            var first = threads.submit(one);
            var second = threads.submit(one);
            return List.of(first.get(), second.get());
        }
    }
}
