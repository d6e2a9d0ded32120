package pingheng.round.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

class RoundsStory {
    private static final Path BALANCE = Path.of("examples/balance/county");

    @Test
    void theProvincePublishesAFrameworkOpensARoundAndMovesADate() throws IOException {
        try (var app = App.fresh()) {
            var province = Guest.as(app, "province");
            refusedTables(province);
            assertThat(app.db()
                            .sql("select count(*) from framework")
                            .query(Long.class)
                            .single())
                    .as("the two of the rehearsal")
                    .isEqualTo(2);

            assertThat(province.upload("/frameworks", Map.of(), tables()).status())
                    .isEqualTo(302);
            assertThat(province.upload("/frameworks", Map.of(), tables()).status())
                    .as("the same one again is the same one")
                    .isEqualTo(302);
            var digest = app.db()
                    .sql("select digest from framework where level = 'county' order by id desc limit 1")
                    .query(String.class)
                    .single();
            assertThat(province.get("/rounds").body()).contains("value=\"" + digest + "\"");

            refusedRounds(province, digest);
            assertThat(app.bean(Rounds.class).all()).hasSize(1);
            assertThat(opened(province, digest, Map.of()).status()).isEqualTo(302);
            assertThat(opened(province, digest, Map.of()).body()).contains("换一个代码");

            seen(app);
            moved(app, province);
            assertThat(app.bean(Ledger.class).before(Chain.of(new UnitCode("440000")), Long.MAX_VALUE, 9))
                    .extracting(entry -> entry.verb())
                    .startsWith("round.rescheduled", "round.opened", "framework.published");
            assertThat(app.bean(Ledger.class).broken()).isEmpty();
        }
    }

    /** The newest round is the one that a county sees; cities, which it does not evaluate, see none of it. */
    private static void seen(App app) {
        assertThat(Guest.as(app, "office").get("/r/GD-2021/440113/framework").status())
                .isEqualTo(200);
        assertThat(Guest.as(app, "office").get("/").body()).contains("/r/GD-2021/440113");
        assertThat(Guest.as(app, "city").get("/r/GD-2021/440100/framework").status())
                .isEqualTo(404);
    }

    private static void moved(App app, Guest province) {
        var path = "/rounds/GD-2021/dates/submission";
        assertThat(province.post(path, "due", "2021-09-20", "reason", " ").status())
                .isEqualTo(422);
        assertThat(province.post(path, "due", "2020-08-17", "reason", "台风").status())
                .as("a day that is over")
                .isEqualTo(422);
        assertThat(province.post(path, "due", "2021-10-01", "reason", "台风").status())
                .as("after the city's review")
                .isEqualTo(422);
        assertThat(province.post("/rounds/GD-2021/dates/lunch", "due", "2021-09-20", "reason", "台风")
                        .status())
                .isEqualTo(404);
        assertThat(province.post(path, "due", "2021-09-20", "reason", "台风").status())
                .isEqualTo(302);
        var rounds = app.bean(Rounds.class);
        assertThat(rounds.lock(rounds.get(new RoundCode("GD-2021")), app.panyu(), Stage.SUBMISSION)
                        .orElseThrow()
                        .due())
                .isEqualTo("2021-09-20");
    }

    private static void refusedTables(Guest province) throws IOException {
        var unsound = new HashMap<>(tables());
        unsound.put(
                "settings.tsv",
                new String(tables().get("settings.tsv"), UTF_8)
                        .replaceFirst("points\t\\d+", "points\t9")
                        .getBytes(UTF_8));
        var wrong = new ArrayList<Map<String, byte[]>>(List.of(
                Map.of("points.tsv", new byte[0]),
                Map.of("points.exe", "x".getBytes(UTF_8)),
                Map.of(".points.tsv", "x".getBytes(UTF_8)),
                Map.of("poi\u202ents.tsv", "x".getBytes(UTF_8)),
                Map.of("a/points.tsv", "x".getBytes(UTF_8), "b\\\\points.tsv", "x".getBytes(UTF_8)),
                Map.of("points.tsv", new byte[(10 << 20) + 1]),
                Map.of("points.tsv", "no table".getBytes(UTF_8)),
                Map.of("points.xlsx", "no workbook".getBytes(UTF_8))));
        wrong.add(unsound);
        for (var files : wrong) {
            var answer = province.upload("/frameworks", Map.of(), files);
            assertThat(answer.status()).as(files.keySet().toString()).isEqualTo(422);
            assertThat(answer.body()).contains("什么都没有改变");
        }
    }

    private static void refusedRounds(Guest province, String digest) {
        var wrong = new ArrayList<Map<String, String>>();
        for (var field :
                List.of("code", "title_zh", "title_en", "year", "zone", "decides", "onsite", "credibility", "figures"))
            wrong.add(Map.of(field, ""));
        wrong.addAll(List.of(
                Map.of("code", "../x"),
                Map.of("code", "GD-2020"),
                Map.of("year", "２０２１a"),
                Map.of("year", "99999"),
                Map.of("zone", "Mars/Olympus"),
                Map.of("quorum", "0"),
                Map.of("county", ""),
                Map.of("county", "0".repeat(64)),
                Map.of("city", digest),
                Map.of("due_submission", ""),
                Map.of("due_submission", "2021-02-30"),
                Map.of("due_submission", "+999999-01-01"),
                Map.of("due_city_review", "2021-09-01")));
        for (var changed : wrong) {
            var answer = opened(province, digest, changed);
            assertThat(answer.status()).as(changed.toString()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("什么都没有改变")
                    .contains("2021年评价".repeat(changed.containsKey("title_zh") ? 0 : 1));
        }
    }

    private static Guest.Answer opened(Guest province, String digest, Map<String, String> changed) {
        var form = new HashMap<>(Map.of(
                "code", "GD-2021",
                "title_zh", "2021年评价",
                "title_en", "Evaluation of 2021",
                "year", "2021",
                "zone", "Asia/Shanghai",
                "decides", "province",
                "onsite", "replace",
                "credibility", "off",
                "quorum", "5"));
        form.putAll(Map.of(
                "figures", "carried",
                "county", digest,
                "city", "",
                "due_plan", "2021-08-10",
                "due_material", "",
                "due_submission", "2021-09-10",
                "due_city_review", "2021-09-30",
                "due_province_review", "2021-10-30",
                "due_onsite", "2021-11-30"));
        form.putAll(changed);
        var fields = form.entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
        return province.post("/rounds", fields);
    }

    private static Map<String, byte[]> tables() throws IOException {
        var tables = new HashMap<String, byte[]>();
        try (var files = Files.list(BALANCE)) {
            for (var file : files.toList()) tables.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
        return tables;
    }
}
