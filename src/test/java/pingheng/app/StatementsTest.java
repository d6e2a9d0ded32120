package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How many statements a page takes, and an act, in a golden file: a page that asks the database a hundred times is seen here, and nowhere
 * else. With {@code -Dgolden=write} it is written anew, to be read as a difference.
 */
class StatementsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/pingheng/statements.golden.txt");

    private static final List<String> ROLES =
            List.of("office", "province", "deputy", "finance", "finance-check", "city", "inspector", "member1");

    private static final String HEAD = """
            一个请求向数据库发几条语句：首列是看得到的第一个岗位，其后每岗一栏，看不到的是 -；* 没有人看得到，是最后一栏的拒绝。
            Statements a request sends to the database: by the first role that sees the page, then a column a role, - for those who see
            nothing; * nobody sees it, and it is the refusal of the last.
            重写 To write it anew: ./mvnw test -Dtest=StatementsTest -Dgolden=write

            """;

    @Test
    void noPageAndNoActTakesMoreStatementsThanTheTableSays() throws IOException {
        var told = new StringBuilder(HEAD);
        try (var app = App.fresh().assigned()) {
            var asking = Asking.of(app);
            var guests = ROLES.stream().map(asking::signedIn).toList();
            told.append(line("", " first" + columns(ROLES)));
            for (var route : asking.routes()) {
                if (!route.method().equals("GET") || route.path().startsWith("/api/v1/openapi")) continue;
                var line = Plausible.of(route).getFirst();
                var counts = guests.stream()
                        .map(guest -> counted(asking, guest, route, line))
                        .toList();
                var first = counts.stream().filter(Count::seen).findFirst().orElse(counts.getLast());
                told.append(line(
                        route.toString(),
                        first + columns(counts.stream().map(Count::column).toList())));
            }
            told.append('\n');
            for (var act : acts(app)) told.append(line("POST " + act.path, counted(app, act)));
        }
        if ("write".equals(System.getProperty("golden"))) Files.writeString(GOLDEN, told.toString());

        assertThat(told.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    private static String line(String what, String count) {
        return String.format(Locale.ROOT, "%-70s %s%n", what, count);
    }

    private static String columns(List<String> told) {
        return told.stream().map(one -> String.format(Locale.ROOT, "%14s", one)).collect(Collectors.joining());
    }

    /** How many statements a page took, and what it answered. */
    private record Count(int statements, int status) {
        boolean seen() {
            return status == 200;
        }

        /** Only of those who see it. */
        String column() {
            return seen() ? String.valueOf(statements) : "-";
        }

        @Override
        public String toString() {
            return "%6s".formatted(seen() ? "%d".formatted(statements) : statements + "*");
        }
    }

    /** The second time: what is looked up once a process is known by then. */
    private static Count counted(Asking asking, Guest guest, Routes.Route route, Plausible.Line line) {
        var status = new int[1];
        asking.ask(guest, route, line, App.PANYU.text());
        int count = Statements.of(() -> status[0] =
                        asking.ask(guest, route, line, App.PANYU.text()).status())
                .size();
        return new Count(count, status[0]);
    }

    @Test
    void noDeskTakesMoreThanADozenHoweverManyUnitsItLists() {
        try (var app = App.fresh().assigned()) {
            var asking = Asking.of(app);
            for (var login : ROLES) {
                var guest = asking.signedIn(login);
                guest.get("/");
                assertThat(Statements.of(() -> guest.get("/"))).as(login).hasSizeLessThanOrEqualTo(12);
            }
        }
    }

    /** An act that is really done. */
    private record Done(String login, String path, List<String> form) {}

    private static List<Done> acts(App app) {
        var unit = "/r/GD-2020/" + App.PANYU;
        var finance = String.valueOf(app.visitor("finance").post().body().id());
        var acts = new ArrayList<Done>();
        acts.add(new Done(
                "office", unit + "/urgings", List.of("body", finance, "point", "", "text", "请抓紧", "by", "2020-09-01")));
        acts.add(new Done("finance", unit + "/points/5.1.1", List.of("seen", "0", "claim", "", "statement", "第一稿")));
        acts.add(new Done(
                "province",
                unit + "/dates/submission/extensions",
                List.of("due", "2020-09-20", "reason", "台风停课，全县顺延")));
        acts.add(
                new Done("office", unit + "/obligations", List.of("body", finance, "kind", "summary", "owes", "true")));
        return acts;
    }

    private static String counted(App app, Done act) {
        var guest = Guest.as(app, act.login);
        guest.post("/language", "lang", "zh", "back", "/"); // looks at the page that has the hidden fields
        var status = new int[1];
        int count = Statements.of(() -> status[0] =
                        guest.post(act.path, act.form.toArray(String[]::new)).status())
                .size();
        return "%4d   %d".formatted(count, status[0]);
    }
}
