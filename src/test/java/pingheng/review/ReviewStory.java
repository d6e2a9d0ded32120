package pingheng.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.framework.rule.Outcome;
import pingheng.problem.Refused;
import pingheng.review.Reviewing.FigureConfirmation;
import pingheng.round.Layer;
import pingheng.round.RequestContext;
import pingheng.value.PointCode;
import pingheng.value.number.Version;

class ReviewStory {
    private static final Instant IN_TIME = Instant.parse("2020-09-20T01:00:00Z");
    private static final String QUEUE = "/r/GD-2020/440113/review/city";

    @Test
    void aCityDecidesPointByPointAndSignsWhatItDecided() throws Exception {
        try (var app = App.fresh().assigned()) {
            assertThat(Guest.as(app, "city").get(QUEUE).body())
                    .as("nothing is submitted yet")
                    .contains("该单位还没有报送");
            Carried.upTo(app, Carried.Step.SUBMITTED);
            app.at(IN_TIME);

            nobodyElseSees(app);
            aCityReadsNothingThatTheProvinceSays(app);
            decides(app);
            figuresAreConfirmed(app);
            twoAtOnce(app);
            bulkAgreementStopsAtLeads(app);
            signs(app);
            locks(app);
            theCountyLearnsWhichOfficeLookedOnWhichDay(app);
            app.at(IN_TIME);
            supplementsWait(app);
        }
    }

    private static void nobodyElseSees(App app) {
        for (var login : List.of("office", "finance", "deputy"))
            assertThat(Guest.as(app, login).get(QUEUE).status()).as(login).isEqualTo(404);
        assertThat(Guest.as(app, "city")
                        .get("/r/GD-2020/440113/review/province")
                        .status())
                .isEqualTo(404);
        assertThat(Guest.as(app, "province").get(QUEUE).status()).isEqualTo(200);
        assertThat(Guest.as(app, "province")
                        .get("/r/GD-2020/440100/review/city")
                        .status())
                .as("a city has no city review")
                .isEqualTo(404);
    }

    /** Byte by byte what it reads is the same whether or not the province has decided. */
    private static void aCityReadsNothingThatTheProvinceSays(App app) {
        var city = Guest.as(app, "city");
        var pages = List.of("/api/v1/rounds/GD-2020/units/440113/review/city", QUEUE, QUEUE + "/3.1.4");
        var before = pages.stream().map(page -> read(city, page)).toList();
        app.bean(Reviewing.class)
                .decide(
                        new RequestContext(app.visitor("province"), app.round(), app.panyu(), IN_TIME),
                        Layer.PROVINCE,
                        new PointCode("3.1.4"),
                        new PointDecision(Version.NONE, "score", "", "0.123", "省级另有看法"));
        for (int i = 0; i < pages.size(); i++)
            assertThat(read(city, pages.get(i))).as(pages.get(i)).isEqualTo(before.get(i));
        assertThat(Guest.as(app, "province").get(pages.getFirst()).body())
                .as("from above it is read")
                .contains("\"province\":\"0.123\"");
    }

    private static String read(Guest guest, String page) {
        return Guest.settled(guest.get(page).body());
    }

    private static void decides(App app) {
        var city = Guest.as(app, "city");
        assertThat(city.get(QUEUE + "/3.1.1").body()).contains("同意自评", "3-5 岁常住人口数");
        var next = city.post(QUEUE + "/3.1.1", "decision", "agree", "seen", "0");
        assertThat(next.location()).endsWith("/review/city/3.1.2");
        assertThat(city.post(QUEUE + "/3.1.1", "decision", "agree", "seen", "0").status())
                .as("the back button, after a decision")
                .isEqualTo(409);
        assertThat(review(app).point(new PointCode("3.1.1")).orElseThrow().outcome(Layer.CITY))
                .isEqualTo(
                        review(app).point(new PointCode("3.1.1")).orElseThrow().outcome(Layer.SELF));

        for (var wrong : List.of("adopt_city", "veto", "")) {
            assertThat(city.post(QUEUE + "/3.1.2", "decision", wrong, "seen", "0")
                            .status())
                    .as(wrong)
                    .isEqualTo(422);
        }
        for (var score : List.of("", "-1", "99", "x", "1e400"))
            assertThat(city.post(QUEUE + "/3.1.2", "decision", "score", "score", score, "reason", "材料不足", "seen", "0")
                            .status())
                    .as(score)
                    .isEqualTo(422);
        assertThat(city.post(QUEUE + "/3.1.2", "decision", "score", "score", "1", "reason", " ", "seen", "0")
                        .status())
                .as("an explicit score needs a reason")
                .isEqualTo(422);
        assertThat(city.post(QUEUE + "/3.1.2", "decision", "score", "score", "1", "reason", "材料不足", "seen", "0")
                        .status())
                .isEqualTo(302);
        assertThat(scored(app, "3.1.2", Layer.CITY)).isEqualTo("1");
    }

    /** What the county reported stays; the layer's own value counts on its layer alone. */
    private static void figuresAreConfirmed(App app) {
        var cell = review(app)
                .point(new PointCode("3.1.1"))
                .orElseThrow()
                .own()
                .reads()
                .getLast();
        var before = scored(app, "3.1.1", Layer.SELF);
        assertThatThrownBy(() -> confirm(app, 0, "-5", "少报")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> confirm(app, 0, "5", " ")).isInstanceOf(Refused.class);
        confirm(app, 0, "1000", "按学籍系统核定");
        assertThat(scored(app, "3.1.1", Layer.SELF)).isEqualTo(before);
        assertThat(scored(app, "3.1.1", Layer.CITY)).isNotEqualTo(before);
        assertThatThrownBy(() -> confirm(app, 0, "1", "x")).isInstanceOf(Refused.class);
        confirm(app, 1, "", "上报属实");
        assertThat(scored(app, "3.1.1", Layer.CITY)).isEqualTo(before);
        assertThat(review(app).confirmed().get(cell.key()))
                .as("taken back, and still told")
                .isNotNull()
                .extracting(Confirmed::value)
                .isNull();
    }

    private static void twoAtOnce(App app) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = new ArrayList<Future<Integer>>();
            for (var decision : List.of("agree", "not_applicable"))
                running.add(threads.submit(() -> {
                    var city = Guest.as(app, "city");
                    start.await();
                    return city.post(QUEUE + "/3.1.3", "decision", decision, "reason", "两人同时", "seen", "0")
                            .status();
                }));
            var statuses = new ArrayList<Integer>();
            for (var one : running) statuses.add(one.get());
            assertThat(statuses).containsExactlyInAnyOrder(302, 409);
        }
        assertThat(app.bean(Reviews.class)
                        .versions(
                                new RequestContext(app.visitor("city"), app.round(), app.panyu(), app.now()),
                                Layer.CITY,
                                new PointCode("3.1.3")))
                .hasSize(1);
    }

    private static void bulkAgreementStopsAtLeads(App app) {
        var city = Guest.as(app, "city");
        var open = review(app).points().stream()
                .filter(one -> one.open() && one.leads().isEmpty())
                .map(one -> one.point().code())
                .toList();
        assertThat(post(city, open, "3.1.1"))
                .as("one of them is decided already")
                .isEqualTo(409);
        assertThat(review(app).decided()).as("nothing is half done").isEqualTo(3);
        assertThat(post(city, open, "9.9.9")).isEqualTo(404);
        assertThat(post(city, List.of(), null)).isEqualTo(422);
        assertThat(post(city, open, null)).isEqualTo(302);
        assertThat(review(app).decided()).isEqualTo(3 + open.size());
    }

    private static void signs(App app) {
        var city = Guest.as(app, "city");
        for (var one : review(app).points())
            if (one.open())
                assertThat(city.post(QUEUE + "/" + one.point().code(), "decision", "agree", "seen", "0")
                                .status())
                        .isEqualTo(302);
        var digest = review(app).digest();
        assertThat(city.post(QUEUE + "/opinion", "text", "情况属实", "digest", "0".repeat(64))
                        .status())
                .isEqualTo(409);
        assertThat(city.post(QUEUE + "/opinion", "text", " ", "digest", digest).status())
                .isEqualTo(422);
        assertThat(city.post(QUEUE + "/opinion", "text", "情况属实", "digest", digest)
                        .status())
                .isEqualTo(302);
        assertThat(review(app).opinion()).isNotNull();
        assertThat(city.post(QUEUE + "/3.1.1", "decision", "not_applicable", "reason", "改判", "seen", "1")
                        .status())
                .isEqualTo(302);
        assertThat(review(app).opinion())
                .as("a later decision voids the signature")
                .isNull();
    }

    private static void locks(App app) {
        var verdict = new PointDecision(new Version(2), "agree", "", "", "");
        assertThatThrownBy(() -> decide(app, verdict, Instant.parse("2020-09-30T16:00:00Z")))
                .as("the day is over in the zone of the round")
                .isInstanceOf(Refused.class);
        decide(app, verdict, Instant.parse("2020-09-30T15:59:59Z"));
    }

    private static void supplementsWait(App app) {
        var city = Guest.as(app, "city");
        assertThat(city.post(
                                "/r/GD-2020/440113/submissions/1/returns",
                                "points",
                                "3.1.1",
                                "reason",
                                "补充学籍证明",
                                "due",
                                "2020-09-25")
                        .status())
                .isEqualTo(302);
        assertThat(city.post(QUEUE + "/3.1.1", "decision", "agree", "seen", "3").status())
                .isEqualTo(409);
        assertThat(city.post(QUEUE + "/3.1.2", "decision", "agree", "seen", "1").status())
                .as("other points keep their review")
                .isEqualTo(302);
    }

    /** And that only once the city can decide no more: not who, not when, and before the lock nothing at all. */
    private static void theCountyLearnsWhichOfficeLookedOnWhichDay(App app) {
        var office = Guest.as(app, "office");
        var reviewer = app.visitor("city");
        var ledger = List.of("/", "/r/GD-2020/440113/ledger", "/api/v1/rounds/GD-2020/units/440113/ledger");
        assertThat(Guest.as(app, "province").get(ledger.get(1) + "?chain=city").body())
                .as("the province reads who looked, and when")
                .contains("查阅观测点 3.1.1");
        for (var page : ledger)
            assertThat(office.get(page).body()).as(page).doesNotContain("查阅观测点", "was looked at", reviewer.name());
        assertThat(office.get(ledger.get(1)).body()).as("not yet").doesNotContain("市人民政府教育督导室 2020-09-20");

        app.at(Instant.parse("2020-09-30T16:00:00Z"));
        assertThat(office.get(ledger.get(1)).body())
                .contains("市人民政府教育督导室 2020-09-20", "观测点 3.1.1")
                .doesNotContain(reviewer.name());
        assertThat(office.get(ledger.getLast() + "/reads").body())
                .contains("\"day\":\"2020-09-20\"", "观测点 3.1.1")
                .doesNotContain(reviewer.name());
        for (var page : ledger) assertThat(office.get(page).body()).as(page).doesNotContain("查阅观测点", "was looked at");
        assertThat(office.get(ledger.get(1)).body())
                .as("persons, not sign-in names")
                .contains("<td>" + app.visitor("office").name())
                .doesNotContain("<td>office");
    }

    private static int post(Guest city, List<PointCode> points, @Nullable String also) {
        var form = new ArrayList<String>();
        for (var point : points) form.addAll(List.of("point", point.text()));
        if (also != null) form.addAll(List.of("point", also));
        return city.post(QUEUE + "/agreements", form.toArray(String[]::new)).status();
    }

    private static void confirm(App app, int seen, String value, String reason) {
        var cell = review(app)
                .point(new PointCode("3.1.1"))
                .orElseThrow()
                .own()
                .reads()
                .getLast();
        var confirming = new FigureConfirmation(new Version(seen), cell.key(), value, reason);
        app.bean(Reviewing.class)
                .confirm(
                        new RequestContext(app.visitor("city"), app.round(), app.panyu(), IN_TIME),
                        Layer.CITY,
                        new PointCode("3.1.1"),
                        confirming);
    }

    private static void decide(App app, PointDecision verdict, Instant arrived) {
        app.bean(Reviewing.class)
                .decide(
                        new RequestContext(app.visitor("city"), app.round(), app.panyu(), arrived),
                        Layer.CITY,
                        new PointCode("3.1.1"),
                        verdict);
    }

    private static Review review(App app) {
        return app.bean(Reviews.class)
                .of(new RequestContext(app.visitor("city"), app.round(), app.panyu(), app.now()), Layer.CITY);
    }

    private static String scored(App app, String point, Layer layer) {
        var outcome = review(app)
                .point(new PointCode(point))
                .orElseThrow()
                .outcome(layer)
                .orElseThrow();
        return outcome instanceof Outcome.Scored(var score)
                ? score.stripTrailingZeros().toPlainString()
                : outcome.toString();
    }
}
