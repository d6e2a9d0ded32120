package pingheng.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingheng.app.App;
import pingheng.app.Carried;
import pingheng.app.Guest;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Marking;
import pingheng.deliberation.Said;
import pingheng.deliberation.Seat;
import pingheng.duty.Duties;
import pingheng.framework.rule.Marks;
import pingheng.ledger.Ledger;
import pingheng.people.People;
import pingheng.people.Role;
import pingheng.people.Unit;
import pingheng.problem.Findings;
import pingheng.rectification.Letters;
import pingheng.rectification.Rectifications;
import pingheng.rectification.Rectifying;
import pingheng.rectification.State;
import pingheng.result.release.Released;
import pingheng.result.release.Releases;
import pingheng.review.PointDecision;
import pingheng.review.Reviewing;
import pingheng.review.Reviews;
import pingheng.round.Layer;
import pingheng.round.RehearsalClock;
import pingheng.round.RequestContext;
import pingheng.sheet.Folder;
import pingheng.story.Library;
import pingheng.submission.Answers;
import pingheng.submission.SelfEvaluations;
import pingheng.submission.SubmissionStatus;
import pingheng.survey.SurveyResults;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;
import pingheng.visit.Sampling;
import pingheng.visit.Visiting;
import pingheng.visit.Visits;

/** Visitors of a small province are faster than its script, or move the clock before it can be played: it plays all the rest. */
class HandsFirstStory {
    private static final String OTHER = "440403";
    private static final Set<UnitCode> UNITS = Set.of(
            new UnitCode("440100"),
            new UnitCode("440103"),
            new UnitCode("440112"),
            new UnitCode("440113"),
            new UnitCode("440400"),
            new UnitCode(OTHER),
            new UnitCode("440404"));
    private static final String WORD = "由访客亲手所写。";

    @TempDir
    private Path temp = Path.of("");

    private interface Hand {
        void does(App app) throws IOException, SQLException;
    }

    /** What a visitor does by hand before each act, by what the act is called; a new act needs a line. */
    private final Map<String, Hand> hands = new LinkedHashMap<>();

    @Test
    void whatVisitorsHaveDoneByHandStaysAndEverythingElseIsPlayed() throws IOException, SQLException {
        var province = Library.province(temp, UNITS);
        hands(province);
        try (var app = App.unopened()) {
            app.at(Opening.BEGINS);
            app.bean(Rehearsal.class).begin(province);
            var script = app.bean(Script.class);
            script.by(province, true);
            var stops = script.stops();
            assertThat(stops).extracting(stop -> stop.what().zh()).containsExactlyElementsOf(hands.keySet());
            for (var stop : stops) {
                app.bean(RehearsalClock.class).advance(stop.at().minusSeconds(3600));
                var hand = hands.get(stop.what().zh());
                if (hand != null) hand.does(app);
                script.playTo(stop.at());
            }

            assertThat(script.stops()).allSatisfy(stop -> {
                assertThat(stop.played()).as(stop.what().zh()).isTrue();
                assertThat(stop.left().zh()).as(stop.what().zh()).isEmpty();
            });
            everythingIsThere(app);
            byHandStays(app);
            assertThat(app.bean(Ledger.class).broken()).isEmpty();
        }
    }

    @Test
    void whatIsDueIsPlayedWhoeverHasMovedTheClockBeforeItCouldBe() throws IOException {
        var folder = Library.province(temp, UNITS);
        try (var app = App.unopened()) {
            app.at(Opening.BEGINS);
            app.bean(Rehearsal.class).begin(folder);
            var script = app.bean(Script.class);
            var province = Guest.as(app, "province");
            var preparing = script.preparing();
            assertThat(province.get("/clock").body()).contains("演练还在准备").contains("disabled");
            assertThat(move(province, "2020-10-01").body()).contains("演练还在准备");
            preparing.close();
            assertThat(move(Guest.as(app, "office"), "2020-10-01").status()).isEqualTo(403);
            assertThat(move(province, "2020-10-01").status()).isEqualTo(302);

            script.by(folder, true);
            script.playTo(app.bean(RehearsalClock.class).now());

            assertThat(app.bean(SelfEvaluations.class).submitted(app.round()).keySet())
                    .containsExactlyInAnyOrderElementsOf(UNITS);
            assertThat(app.bean(Reviews.class).progress(app.round(), Layer.CITY))
                    .hasSize(5);
            for (var stop : script.stops())
                assertThat(stop.played())
                        .as(stop.what().zh())
                        .isEqualTo(stop.at()
                                .isBefore(app.bean(RehearsalClock.class).now()));
            assertThat(province.get("/clock").body()).contains("已过").doesNotContain("待演", "没有代办");
        }
    }

    private static Guest.Answer move(Guest guest, String day) {
        return guest.post("/clock", "day", day, "time", "09:00");
    }

    private void hands(Path province) {
        hands.put("其他县市区和各市报送", app -> {
            submitted(app, province, "440103");
            frozen(app, province, "440112");
            begun(app);
        });
        hands.put("番禺报送（仅自动演练）", app -> Carried.upTo(app, Carried.Step.FROZEN, province));
        hands.put("各市初审", app -> decide(app, "city", new UnitCode("440112"), Layer.CITY, "1.1.1"));
        hands.put("省级审核", app -> decide(app, "province", new UnitCode("440112"), Layer.PROVINCE, "1.1.1"));
        hands.put(
                "抽取实地抽查样本",
                app -> app.bean(Sampling.class)
                        .draw(
                                app.asking(app.visitor("province")),
                                new Sampling.SampleDraw(WORD, "20201105-1", Map.of("county/珠三角", 2))));
        hands.put("实地核查和会签", HandsFirstStory::visit);
        hands.put("实地抽查认定", app -> decide(app, "province", visited(app).code(), Layer.ONSITE, "1.1.1"));
        hands.put("满意度结果导入", app -> survey(app, province));
        hands.put("督导委合议", HandsFirstStory::session);
        hands.put("提请并确认发布，12-25 09:00 生效", HandsFirstStory::propose);
        hands.put("发布生效", app -> {});
        hands.put(
                "印发意见书",
                app -> app.bean(Letters.class)
                        .issue(
                                new RequestContext(app.visitor("province"), app.round(), app.unit("440103"), app.now()),
                                WORD,
                                app.bean(Letters.class).draft(app.round(), app.unit("440103"))));
        hands.put("制定整改措施", app -> plan(app, "440103"));
        hands.put("报送整改证明", app -> prove(app, "440103"));
        hands.put("省级复查", app -> reject(app, "440103"));
    }

    private static void submitted(App app, Path province, String unit) throws IOException {
        var findings = new Findings();
        var played = Played.read(Folder.of(province, findings), findings).get(new UnitCode(unit));
        if (played != null) app.bean(OtherUnit.class).submit(app.round(), app.unit(unit), played);
    }

    /** As if its office had frozen and scanned, and not pressed the last button. */
    private static void frozen(App app, Path province, String unit) throws IOException, SQLException {
        submitted(app, province, unit);
        var database = app.database();
        try (var connection = DriverManager.getConnection(
                        database.url(),
                        database.owner().user(),
                        database.owner().password());
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from sealed_point where unit = '" + unit + "'");
            statement.executeUpdate("delete from submission where unit = '" + unit + "'");
        }
        assertThat(app.bean(SelfEvaluations.class).standing(app.round(), app.unit(unit)))
                .isInstanceOf(SubmissionStatus.Frozen.class);
    }

    /** An office has given one point to another body, which has written of it. */
    private static void begun(App app) {
        var unit = app.unit(OTHER);
        var office = app.visitor("office-" + OTHER);
        var contact = app.visitor("contact-" + OTHER);
        var body = contact.post().body().id();
        var duties = app.bean(Duties.class);
        duties.assign(
                new RequestContext(office, app.round(), unit, app.now()),
                new PointCode("1.1.2"),
                new Duties.Assign(office.post().body().id(), List.of()));
        duties.assign(
                new RequestContext(office, app.round(), unit, app.now()),
                new PointCode("1.1.1"),
                new Duties.Assign(body, List.of()));
        var own = app.bean(SelfEvaluations.class).of(app.round(), unit);
        app.bean(Answers.class)
                .save(
                        own.askedBy(contact, app.bean(RehearsalClock.class).now()),
                        new PointCode("1.1.1"),
                        new Answers.Draft(Version.NONE, Marks.NONE, null, "", WORD));
    }

    private static void decide(App app, String login, UnitCode unit, Layer layer, String point) {
        app.bean(Reviewing.class)
                .decide(
                        new RequestContext(
                                app.visitor(login),
                                app.round(),
                                app.unit(unit.text()),
                                app.bean(RehearsalClock.class).now()),
                        layer,
                        new PointCode(point),
                        new PointDecision(Version.NONE, "score", "", "0.5", WORD));
    }

    private static Unit visited(App app) {
        var sample = app.bean(Sampling.class)
                .sample(app.visitor("province"), app.round())
                .orElseThrow();
        return app.unit(sample.lines().stream()
                .filter(line -> line.visited() && !line.unit().equals(App.PANYU))
                .findFirst()
                .orElseThrow()
                .unit()
                .text());
    }

    /** A unit of the sample is visited, and has countersigned with an objection. */
    private static void visit(App app) {
        var unit = visited(app);
        var visiting = app.bean(Visiting.class);
        var inspector = app.visitor("inspector2");
        visiting.assign(
                app.asking(app.visitor("province")),
                unit.code(),
                inspector.post().id());
        visiting.note(
                app.asking(inspector), unit.code(), new Visiting.Noted(Version.NONE, new PointCode("1.1.1"), WORD));
        var digest = app.bean(Visits.class)
                .visit(app.visitor("province"), app.round(), unit)
                .orElseThrow()
                .digest();
        visiting.handOver(app.asking(inspector), unit.code(), digest);
        var office = app.bean(People.class).visitors(unit.code(), Role.OFFICE).getFirst();
        visiting.countersign(app.asking(office), unit.code(), new Visiting.Countersigned(digest, false, WORD));
    }

    private static void survey(App app, Path province) throws IOException {
        var survey = app.bean(SurveyResults.class);
        try (var table = Files.newInputStream(province.resolve("survey.tsv"))) {
            survey.take(
                    app.asking(app.visitor("province")),
                    survey.read(app.round(), "survey.tsv", table, new Findings()),
                    0);
        }
    }

    /** The session is open, with six members, and one of them has marked a unit. */
    private static void session(App app) {
        var seats = List.of("member1", "member2", "member3", "member4", "member5", "member6").stream()
                .map(login -> new Seat(app.visitor(login).post().id(), ""))
                .toList();
        app.bean(Deliberations.class).open(app.asking(app.visitor("province")), seats);
        app.bean(Marking.class)
                .mark(
                        app.asking(app.visitor("member1")),
                        List.of(new Said(new UnitCode("440103"), "4", false, WORD, Version.NONE)));
    }

    private static void propose(App app) {
        var now = app.bean(RehearsalClock.class).now();
        var releases = app.bean(Releases.class);
        releases.propose(
                app.asking(app.visitor("province-head")),
                new Releases.ProposedRelease(
                        WORD,
                        LocalDate.of(2020, 12, 19),
                        app.round().at(now.plusSeconds(86400)),
                        releases.results(app.round()).digest()));
    }

    private static void plan(App app, String unit) {
        var office =
                app.bean(People.class).visitors(new UnitCode(unit), Role.OFFICE).getFirst();
        var planned = new Rectifying.MeasurePlan(
                Version.NONE, WORD, office.post().body().id(), LocalDate.of(2021, 2, 10));
        app.bean(Rectifying.class).plan(new RequestContext(office, app.round(), app.unit(unit), app.now()), 1, planned);
    }

    private static void prove(App app, String unit) {
        var office =
                app.bean(People.class).visitors(new UnitCode(unit), Role.OFFICE).getFirst();
        app.bean(Rectifying.class)
                .prove(new RequestContext(office, app.round(), app.unit(unit), app.now()), 1, WORD, null);
    }

    private static void reject(App app, String unit) {
        var proof = app.bean(Rectifications.class)
                .of(app.round(), app.unit(unit))
                .orElseThrow()
                .items()
                .getFirst()
                .last()
                .orElseThrow();
        app.bean(Rectifying.class)
                .check(
                        new RequestContext(app.visitor("province"), app.round(), app.unit(unit), app.now()),
                        1,
                        new Rectifying.ProofReview(proof.id(), false, WORD));
    }

    private static void everythingIsThere(App app) {
        assertThat(app.bean(SelfEvaluations.class).submitted(app.round()).keySet())
                .containsExactlyInAnyOrderElementsOf(UNITS);
        assertThat(app.bean(Released.class).inForce(app.round()).orElseThrow().at())
                .isAfter(Instant.parse("2020-12-20T00:00:00Z"));
        assertThat(app.bean(Letters.class).issued(app.round())).containsExactlyInAnyOrderElementsOf(UNITS);
        assertThat(app.bean(Rectifications.class).all(app.round()).values())
                .allSatisfy(items -> assertThat(items)
                        .allSatisfy(item -> assertThat(item.measure()).isNotNull()));
    }

    private static void byHandStays(App app) {
        var own = app.bean(SelfEvaluations.class);
        var other = own.of(app.round(), app.unit(OTHER));
        assertThat(other.point(new PointCode("1.1.1")).orElseThrow().answer().statement())
                .isEqualTo(WORD);
        assertThat(other.point(new PointCode("1.1.2")).orElseThrow().lead())
                .contains(app.visitor("office-" + OTHER).post().body().id());
        for (var layer : List.of(Layer.CITY, Layer.PROVINCE))
            assertThat(app.bean(Reviews.class)
                            .versions(
                                    new RequestContext(
                                            app.visitor("province"), app.round(), app.unit("440112"), app.now()),
                                    layer,
                                    new PointCode("1.1.1"))
                            .getFirst()
                            .reason())
                    .isEqualTo(WORD);
        var visit = app.bean(Visits.class)
                .visit(app.visitor("province"), app.round(), visited(app))
                .orElseThrow();
        assertThat(visit.countersigned())
                .isPresent()
                .get()
                .satisfies(word -> assertThat(word.text()).isEqualTo(WORD));
        var first = app.bean(Rectifications.class)
                .of(app.round(), app.unit("440103"))
                .orElseThrow();
        assertThat(first.letter().document()).isEqualTo(WORD);
        assertThat(first.items().getFirst().measure()).isNotNull();
        assertThat(first.items().getFirst().state()).isNotEqualTo(State.CLOSED);
    }
}
