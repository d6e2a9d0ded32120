package pingheng.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.ledger.Chain;
import pingheng.ledger.Entry;
import pingheng.ledger.Ledger;
import pingheng.problem.Findings;
import pingheng.result.EvaluationFolder;
import pingheng.result.Evaluator;
import pingheng.result.RankingFile;
import pingheng.result.release.Released;
import pingheng.result.release.Releases;
import pingheng.review.PointDecision;
import pingheng.review.Reviewing;
import pingheng.round.Layer;
import pingheng.round.RehearsalClock;
import pingheng.round.RequestContext;
import pingheng.round.Rounds;
import pingheng.sheet.Folder;
import pingheng.submission.SelfEvaluations;
import pingheng.value.PointCode;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** A rehearsal that begins with the year before behind it: two rounds at once, and neither tells of the other. */
class EarlierStory {
    private static final String EARLIER = "/r/GD-2019";

    @Test
    void theYearBeforeIsReleasedAndTheYearThatIsRehearsedUntouched() {
        try (var app = App.unopened()) {
            app.at(Opening.BEGINS_EARLIER);
            app.bean(Script.class).playEarlier(App.PROVINCE, App.EARLIER);
            app.bean(Rehearsal.class).begin(App.PROVINCE);

            releasedInItsTime(app);
            app.bean(Script.class).playEarlier(App.PROVINCE, App.EARLIER);
            everybodyFindsIt(app);
            theNextIsUntouched(app);
            nothingLeaks(app);
            assertThat(app.bean(Ledger.class).broken()).isEmpty();
        }
    }

    private static void releasedInItsTime(App app) {
        var now = app.bean(RehearsalClock.class).now();
        assertThat(now).isBetween(Opening.BEGINS, Opening.BEGINS.plusSeconds(3600));
        var round = app.bean(Rounds.class).get(new RoundCode("GD-2019"));
        assertThat(app.bean(SelfEvaluations.class).submitted(round)).hasSize(122);
        var release = app.bean(Released.class).inForce(round).orElseThrow();
        assertThat(release.proposal().effective()).isEqualTo("2020-03-10T01:00:00Z");
        assertThat(app.bean(Ledger.class).before(Chain.of(new UnitCode("440112")), Long.MAX_VALUE, 99))
                .extracting(Entry::at)
                .allSatisfy(at -> assertThat(at).isBefore(Instant.parse("2020-03-03T00:00:00Z")));
        assertThat(Guest.as(app, "province").get(EARLIER + "/ranking.csv").body())
                .isEqualTo(evaluated());
    }

    private static void everybodyFindsIt(App app) {
        for (var login : List.of("office", "finance", "deputy", "city", "province")) {
            var guest = Guest.as(app, login);
            assertThat(guest.get("/").body()).as(login).contains(EARLIER + "/ranking");
            assertThat(guest.get(EARLIER + "/ranking").body()).as(login).contains("番禺区");
            assertThat(guest.get(EARLIER + "/440113/dossier").status())
                    .as(login)
                    .isEqualTo(200);
        }
        var office = Guest.as(app, "office");
        assertThat(office.get("/").body()).contains("/r/GD-2020/440113/matrix", EARLIER + "/440113/dossier");
        assertThat(office.get(EARLIER + "/440113").body())
                .as("on a page of another round one stays in it")
                .contains(EARLIER + "/440113/figures")
                .doesNotContain("/r/GD-2020/");
        assertThat(office.get(EARLIER + "/440114/dossier").status()).isEqualTo(404);
        assertThat(Guest.as(app, "city").get(EARLIER + "/440100/framework").status())
                .as("a round of counties alone")
                .isEqualTo(404);
    }

    private static void theNextIsUntouched(App app) {
        assertThat(app.bean(SelfEvaluations.class).submitted(app.round())).isEmpty();
        assertThat(app.bean(Releases.class).decided(app.round())).isEmpty();
        for (var path : List.of("/ranking", "/440113/dossier", "/ranking.csv"))
            assertThat(Guest.as(app, "office").get("/r/GD-2020" + path).status())
                    .isEqualTo(404);
    }

    /** Two worlds that differ only in what the province thinks of another county this year. */
    private static void nothingLeaks(App app) {
        var findings = new Findings();
        var played = Played.read(Folder.of(App.PROVINCE, findings), findings);
        var of = Optional.ofNullable(played.get(new UnitCode("440114"))).orElseThrow();
        app.bean(OtherUnit.class).submit(app.round(), app.unit("440114"), of);
        seen(app); // the first look of the day is noted where the county reads it
        var one = seen(app);
        app.bean(Reviewing.class)
                .decide(
                        new RequestContext(
                                app.visitor("province"),
                                app.round(),
                                app.unit("440114"),
                                app.bean(RehearsalClock.class).now()),
                        Layer.PROVINCE,
                        new PointCode("3.1.1"),
                        new PointDecision(Version.NONE, "score", "", "0", "另一个世界"));
        assertThat(seen(app)).isEqualTo(one);
    }

    private static Map<String, String> seen(App app) {
        var seen = new LinkedHashMap<String, String>();
        for (var login : List.of("office", "finance", "city")) {
            var guest = Guest.as(app, login);
            for (var path : List.of(
                    "/",
                    EARLIER + "/ranking",
                    EARLIER + "/440113/dossier",
                    EARLIER + "/440114/dossier",
                    "/r/GD-2020/results",
                    "/r/GD-2020/ranking",
                    "/r/GD-2020/440114/review/province",
                    "/r/GD-2020/440114/review/city",
                    "/api/v1/rounds")) {
                var answer = guest.get(path);
                seen.put(login + " " + path, answer.status() + " " + Guest.settled(answer.body()));
            }
        }
        return seen;
    }

    private static String evaluated() {
        var evaluation = EvaluationFolder.read(App.EARLIER);
        return RankingFile.text(RankingFile.lines(evaluation.units(), Evaluator.evaluate(evaluation)));
    }
}
