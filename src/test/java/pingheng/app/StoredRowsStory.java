package pingheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pingheng.rehearsal.Officials;
import pingheng.review.PointDecision;
import pingheng.review.Review;
import pingheng.review.Reviewing;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.number.Version;

/** However a mark is typed it is read back as the number it is, or refused in words; and a row that cannot be read ends no page. */
class StoredRowsStory {
    private static final Instant IN_TIME = Instant.parse("2020-09-20T01:00:00Z");
    private static final String UNIT = "/r/GD-2020/440113";
    private static final String API = "/api/v1/rounds/GD-2020/units/440113/review/";

    /** A point with a mark for each of two elements. */
    private static final String POINT = "5.1.4";

    /** A point with a mark for each kind of thing that is missing, the meetings first. */
    private static final String MEETINGS = "1.1.1";

    private static final Map<String, String> TAKEN = Map.ofEntries(
            Map.entry("１", "1"),
            Map.entry("０．５", "0.5"),
            Map.entry("\u200B1", "1"),
            Map.entry("1\u202C", "1"),
            Map.entry("\uFEFF0.25", "0.25"),
            Map.entry("　1　", "1"),
            Map.entry("0.12345", "0.12345"),
            Map.entry("0.50", "0.5"));

    private static final List<String> REFUSED = List.of(
            "1、1",
            "1;1",
            "1,1",
            "٣",
            "½",
            "1e0",
            "+1",
            "-1",
            "-",
            "—",
            "1.",
            ".5",
            "１．１",
            "0.1234567",
            "9".repeat(18),
            "_x000D_");

    @Test
    void aMarkIsReadBackAndARowThatIsNoneEndsNoPage() {
        try (var app = App.fresh()) {
            Carried.upTo(app, Carried.Step.SUBMITTED);
            var asking = Asking.of(app);
            app.at(IN_TIME);
            marksAreReadBackOrRefused(app);
            aScoreHasFourDecimals(app);
            judged(app);
            aRowThatCannotBeReadCostsItsPointASentence(app);
            noRowThatCannotBeReadEndsAPage(app, asking);
        }
    }

    private static void marksAreReadBackOrRefused(App app) {
        for (var layer : List.of("city", "province")) {
            var guest = Guest.as(app, layer);
            var path = UNIT + "/review/" + layer + "/";
            int seen = 0;
            for (var one : TAKEN.entrySet()) {
                var as = layer + " " + one.getKey();
                assertThat(marks(guest, path + POINT, seen++, one.getKey(), "0").status())
                        .as(as)
                        .isEqualTo(302);
                assertThat(guest.get(API + layer).body()).as(as).contains("\"marks\":\"" + one.getValue() + " 0\"");
                walk(app, as);
            }
            for (var text : REFUSED)
                assertThat(marks(guest, path + POINT, seen, text, "0").status())
                        .as(layer + " " + text)
                        .isEqualTo(422);
            for (var missing : List.of("999", "１００", "0.5"))
                assertThat(marks(guest, path + MEETINGS, 0, missing, "0", "0", "0")
                                .status())
                        .as("so many meetings are missing: " + missing)
                        .isEqualTo(422);
        }
    }

    private static Guest.Answer marks(Guest guest, String path, int seen, String... marks) {
        var form = new ArrayList<>(List.of("decision", "marks", "seen", String.valueOf(seen)));
        for (var mark : marks) form.addAll(List.of("mark", mark));
        return guest.post(path, form.toArray(String[]::new));
    }

    /** What the database would cut is refused before. */
    private static void aScoreHasFourDecimals(App app) {
        var province = Guest.as(app, "province");
        for (var score : List.of("0.12345", "0.00001"))
            assertThat(province.post(
                                    UNIT + "/review/province/1.1.2",
                                    "decision",
                                    "score",
                                    "score",
                                    score,
                                    "reason",
                                    "材料不足",
                                    "seen",
                                    "0")
                            .status())
                    .as(score)
                    .isEqualTo(422);
    }

    /** The survey and the committee say their word, so that there are rows to spoil; nothing is released. */
    private static void judged(App app) {
        var rest = app
                .bean(Reviews.class)
                .of(new RequestContext(app.visitor("province"), app.round(), app.panyu(), app.now()), Layer.PROVINCE)
                .points()
                .stream()
                .filter(Review.Reviewed::open)
                .collect(Collectors.toMap(
                        one -> one.point().code(), one -> new PointDecision(Version.NONE, "agree", "", "", "")));
        app.bean(Reviewing.class)
                .decide(
                        new RequestContext(app.visitor("province"), app.round(), app.panyu(), IN_TIME),
                        Layer.PROVINCE,
                        rest);
        app.at(Instant.parse("2020-12-20T02:00:00Z"));
        var officials = app.bean(Officials.class);
        officials.survey(app.round(), App.PROVINCE);
        officials.deliberate(app.round(), App.PROVINCE);
    }

    private static void aRowThatCannotBeReadCostsItsPointASentence(App app) {
        Planted.marks(app, POINT);

        var province = Guest.as(app, "province");
        assertThat(province.get(UNIT + "/review/province").body()).contains("这一行无法读取：评分应为数");
        assertThat(province.get(UNIT + "/review/province/" + POINT).status()).isEqualTo(200);
        assertThat(province.get("/r/GD-2020/results").body()).contains("这一行无法读取：评分应为数");
    }

    private static void noRowThatCannotBeReadEndsAPage(App app, Asking asking) {
        var planted = Planted.all(app);
        assertThat(planted.columns()).hasSizeGreaterThan(40).anyMatch(one -> one.startsWith("judgement.marks"));

        var broken = new ArrayList<String>();
        for (var login : List.of("province", "office", "finance", "city")) {
            var guest = Guest.as(app, login);
            for (var route : asking.routes()) {
                if (!route.method().equals("GET")) continue;
                for (var line : Plausible.of(route)) {
                    var answer = asking.ask(guest, route, line, App.PANYU.text());
                    if (answer.status() >= 500) broken.add(login + " " + route + ": " + answer.status());
                }
            }
        }
        assertThat(broken).as("after %s", planted.columns()).isEmpty();
    }

    private static void walk(App app, String text) {
        for (var path : List.of(UNIT + "/review/city", UNIT + "/review/province", "/r/GD-2020/results"))
            assertThat(Guest.as(app, "province").get(path).status())
                    .as(path + " after " + text)
                    .isEqualTo(200);
    }
}
