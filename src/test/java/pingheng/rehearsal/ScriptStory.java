package pingheng.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.framework.published.Frameworks;
import pingheng.ledger.Ledger;
import pingheng.people.Level;
import pingheng.people.account.Accounts;
import pingheng.problem.Sentence;
import pingheng.result.EvaluationFolder;
import pingheng.result.Evaluator;
import pingheng.result.RankingFile;
import pingheng.review.PointDecision;
import pingheng.review.Reviewing;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.Plan;
import pingheng.round.Planning;
import pingheng.round.RehearsalClock;
import pingheng.round.RequestContext;
import pingheng.round.Round;
import pingheng.round.Rounds;
import pingheng.round.Stage;
import pingheng.submission.SelfEvaluations;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.RoundCode;

/** The whole province, from half-way in one county to a ranking in force, as those see it whom it concerns. */
class ScriptStory {
    private static final String ROUND = "/r/GD-2020";
    private static final String API = "/api/v1/rounds/GD-2020";
    private static final Pattern DIGEST = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"");
    private static final Pattern PROPOSAL = Pattern.compile("name=\"proposal\" value=\"([0-9]+)\"");

    /** What differs from one answer to the next without telling anything: tokens. */
    @Test
    void playedToTheEndTheProvinceIsTheOneOfTheExample() {
        try (var app = App.fresh()) {
            app.bean(Rehearsal.class).playHalf(App.PROVINCE);
            var script = app.bean(Script.class);
            script.by(App.PROVINCE, true);

            script.playTo(Instant.parse("2020-09-10T02:00:00Z"));
            assertThat(app.bean(SelfEvaluations.class).submitted(app.round())).hasSize(143);
            script.playTo(Instant.parse("2020-10-26T02:00:00Z"));
            nothingLeaks(app);
            script.playTo(Instant.parse("2020-12-13T02:00:00Z"));
            twoPersonsRelease(app);
            script.playTo(Instant.parse("2020-12-21T02:00:00Z"));
            beforeItIsInForceNobodyKnows(app);
            script.playTo(Instant.parse("2020-12-26T02:00:00Z"));
            everybodySeesWhatIsTheirs(app);
            aCountyIsMergedBeforeTheNextRound(app);

            assertThat(Guest.as(app, "province").get(ROUND + "/ranking.csv").body())
                    .isEqualTo(example());
            assertThat(app.bean(Ledger.class).broken()).isEmpty();
        }
    }

    /** Two worlds that differ only in what the province thinks of another county. */
    private static void nothingLeaks(App app) {
        for (var login : List.of("office", "finance", "deputy", "city"))
            for (var path : List.of(
                    ROUND + "/results",
                    ROUND + "/ranking",
                    ROUND + "/ranking.csv",
                    ROUND + "/440113/dossier",
                    ROUND + "/440113/review/province",
                    API + "/results",
                    API + "/ranking",
                    API + "/units/440113/dossier"))
                assertThat(Guest.as(app, login).get(path).status())
                        .as(login + " " + path)
                        .isEqualTo(404);
        seen(app); // the first look of the day is noted where the county reads it
        var one = seen(app);
        var before = app.bean(Reviews.class)
                .versions(
                        new RequestContext(app.visitor("province"), app.round(), app.unit("440114"), app.now()),
                        Layer.PROVINCE,
                        new PointCode("3.1.1"))
                .getFirst();
        decide(app, new PointDecision(before.version(), "score", "", "0", "另一个世界"));
        var other = seen(app);
        assertThat(other).isEqualTo(one);
        var score = before.score() == null ? "" : before.score().points().toPlainString();
        decide(
                app,
                new PointDecision(
                        before.version().next(),
                        before.decision().code(),
                        before.marks().text(),
                        score,
                        before.reason()));
    }

    private static void decide(App app, PointDecision verdict) {
        var now = app.bean(RehearsalClock.class).now();
        app.bean(Reviewing.class)
                .decide(
                        new RequestContext(app.visitor("province"), app.round(), app.unit("440114"), now),
                        Layer.PROVINCE,
                        new PointCode("3.1.1"),
                        verdict);
    }

    /** Status, size and text of everything that those below the province can ask for. */
    private static Map<String, String> seen(App app) {
        var seen = new LinkedHashMap<String, String>();
        for (var login : List.of("office", "finance", "city")) {
            var guest = Guest.as(app, login);
            for (var path : List.of(
                    "/",
                    "/rounds",
                    ROUND + "/results",
                    ROUND + "/ranking",
                    ROUND + "/440113",
                    ROUND + "/440113/points/3.1.1",
                    ROUND + "/440113/review/city",
                    ROUND + "/440114/review/city",
                    ROUND + "/440114/review/province",
                    ROUND + "/440114/dossier",
                    "/api/v1/rounds",
                    API + "/results",
                    API + "/ranking",
                    API + "/units/440114/dossier",
                    API + "/units/440114/review/province")) {
                var answer = guest.get(path);
                var body = Guest.settled(answer.body());
                seen.put(login + " " + path, answer.status() + " " + body);
            }
        }
        return seen;
    }

    private static void twoPersonsRelease(App app) {
        var first = Guest.as(app, "province");
        var second = Guest.as(app, "province-head");
        var page = first.get(ROUND + "/results").body();
        assertThat(page).contains("没有疑点");
        assertThat(propose(first, "0".repeat(64)).status()).isEqualTo(409);
        assertThat(first.get(API + "/results").body())
                .contains("\"digest\":\"" + found(DIGEST, page) + "\"", "\"placed\":143", "\"leads\":[]")
                .contains("result.nothing-proposed");
        assertThat(second.post(ROUND + "/results/release", "proposal", "1").status())
                .as("nothing is proposed yet")
                .isEqualTo(409);
        assertThat(propose(first, found(DIGEST, page)).status()).isEqualTo(302);

        var proposal = found(PROPOSAL, second.get(ROUND + "/results").body());
        assertThat(first.post(ROUND + "/results/release", "proposal", proposal).status())
                .as("the same person twice")
                .isEqualTo(409);
        assertThat(first.json("POST", API + "/results/release", "{\"proposal\": " + proposal + "}")
                        .body())
                .contains("result.same-person");
        assertThat(Guest.as(app, "office")
                        .post(ROUND + "/results/release", "proposal", proposal)
                        .status())
                .isEqualTo(404);
        assertThat(second.json("POST", API + "/results/release", "{\"proposal\": " + proposal + "}")
                        .body())
                .contains("演练〔2020〕1号", "2020-12-25T09:00:00+08:00", "result.released");
        assertThat(second.post(ROUND + "/results/release", "proposal", proposal).status())
                .as("pressed twice")
                .isEqualTo(409);
        assertThat(first.post(ROUND + "/440113/review/onsite/3.1.1", "decision", "agree", "seen", "0")
                        .status())
                .as("a correction that comes too late")
                .isEqualTo(409);
    }

    private static void beforeItIsInForceNobodyKnows(App app) {
        assertThat(Guest.as(app, "office").get(ROUND + "/ranking").status()).isEqualTo(404);
        assertThat(Guest.as(app, "office").get(ROUND + "/440113/dossier").status())
                .isEqualTo(404);
        assertThat(Guest.as(app, "office").get(API + "/ranking").status()).isEqualTo(404);
        assertThat(Guest.as(app, "office").get(API + "/units/440113/dossier").status())
                .isEqualTo(404);
        assertThat(app.bean(RehearsalClock.class).now()).isBefore(Instant.parse("2020-12-25T01:00:00Z"));
    }

    private static void everybodySeesWhatIsTheirs(App app) {
        var office = Guest.as(app, "office");
        assertThat(office.get(ROUND + "/ranking").body())
                .contains("番禺区", "100.63", "县级 珠三角")
                .doesNotContain("县级 粤北", "市级");
        assertThat(office.get(ROUND + "/440113/dossier").body()).contains("第 35 名", "3.1.1");
        assertThat(office.get(ROUND + "/440114/dossier").status()).isEqualTo(404);
        assertThat(office.get(API + "/ranking").body())
                .contains("\"unit\":\"440113\",\"name\":\"番禺区\"", "\"place\":35", "\"total\":\"100.6")
                .doesNotContain("粤北", "\"level\":\"city\"");
        assertThat(office.get(API + "/units/440113/dossier").body()).contains("第 35 名", "\"median\":\"");
        assertThat(office.get(API + "/units/440114/dossier").status()).isEqualTo(404);
        assertThat(Guest.as(app, "city").get(ROUND + "/440114/dossier").status())
                .isEqualTo(200);
        assertThat(Guest.as(app, "city").get(ROUND + "/440904/dossier").status())
                .isEqualTo(404);
    }

    /** Huangpu goes into Baiyun: it stays in what was, and has no part in what comes. */
    private static void aCountyIsMergedBeforeTheNextRound(App app) {
        var province = Guest.as(app, "province");
        var early = merge(province, "2020-09-10");
        assertThat(early.status()).as("it has submitted for that day").isEqualTo(409);
        assertThat(early.body()).contains("submission.merged-after");
        assertThat(merge(province, "2021-01-01").status()).isEqualTo(302);
        next(app);

        var rounds = app.bean(Rounds.class);
        assertThat(rounds.units(app.round())).hasSize(143).contains(app.unit("440112"));
        assertThat(rounds.units(rounds.get(new RoundCode("GD-2021"))))
                .hasSize(142)
                .doesNotContain(app.unit("440112"));
        app.bean(Accounts.class).cast(new Login("office-440112"), new Sentence("撤并的县", "a merged county"));
        var office = Guest.as(app, "office-440112");
        assertThat(office.get("/").body()).contains("/r/GD-2020/440112").doesNotContain("/r/GD-2021/440112");
        for (var guest : List.of(office, province)) {
            assertThat(guest.get("/r/GD-2021/440112").status()).isEqualTo(404);
            assertThat(guest.get(ROUND + "/440112").status()).isEqualTo(200);
            assertThat(guest.get(ROUND + "/440112/dossier").status()).isEqualTo(200);
            assertThat(guest.get(ROUND + "/ranking").body()).contains("黄埔区");
        }
        assertThat(province.get("/people/offices").body()).contains("2021-01-01 起并入 白云区");
        assertThat(Guest.as(app, "office").get("/").body()).contains("/r/GD-2021/440113");
    }

    private static Guest.Answer merge(Guest province, String day) {
        return province.post("/people/offices/mergers", "unit", "440112", "day", day, "successors", "440111");
    }

    /** A round like this one, a year later. */
    private static void next(App app) {
        var settings = app.round().settings();
        var digests = new EnumMap<Level, String>(Level.class);
        for (var one : app.bean(Frameworks.class).all())
            digests.put(one.framework().settings().level(), one.framework().digest());
        var due = new EnumMap<Stage, LocalDate>(Stage.class);
        app.bean(Planning.class).due(app.round()).forEach((stage, day) -> due.put(stage, day.plusYears(1)));
        var round = new Round(
                new RoundCode("GD-2021"),
                new Sentence("下一年度", "The next round"),
                2021,
                settings.zone(),
                false,
                settings.decides(),
                settings.onsite(),
                settings.credibility(),
                settings.figures(),
                settings.quorum());
        app.bean(Planning.class).open(app.visitor("province"), new Plan(round, digests, due));
    }

    private static Guest.Answer propose(Guest guest, String digest) {
        return guest.post(
                ROUND + "/results/proposals",
                "document",
                "演练〔2020〕1号",
                "approved",
                "2020-12-12",
                "day",
                "2020-12-25",
                "time",
                "09:00",
                "digest",
                digest);
    }

    private static String found(Pattern pattern, String page) {
        var found = pattern.matcher(page);
        assertThat(found.find()).as(pattern.pattern()).isTrue();
        return found.group(1);
    }

    private static String example() {
        var evaluation = EvaluationFolder.read(App.PROVINCE);
        return RankingFile.text(RankingFile.lines(evaluation.units(), Evaluator.evaluate(evaluation)));
    }
}
