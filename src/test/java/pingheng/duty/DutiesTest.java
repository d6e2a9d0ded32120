package pingheng.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.ledger.Chain;
import pingheng.ledger.Ledger;
import pingheng.people.Body;
import pingheng.people.People;
import pingheng.people.Post;
import pingheng.people.Role;
import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.PointCode;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

class DutiesTest {
    private final App app = App.shared();
    private final Duties duties = app.bean(Duties.class);

    @Test
    void onlyTheOfficeOfTheUnitItselfDecidesTheTable() {
        app.rolledBack(() -> {
            for (var login : List.of("finance", "finance-check", "deputy", "city", "province", "office-440114"))
                assertThatThrownBy(() -> duties.replace(
                                new RequestContext(app.visitor(login), app.round(), app.panyu(), app.now()), List.of()))
                        .as(login)
                        .satisfies(DutiesTest::isForbidden);
        });
    }

    @Test
    void aTableReplacesTheOneBeforeAndTheLedgerTellsHowManyDutiesLeft() {
        app.rolledBack(() -> {
            replace(row("5.1.2", "区财政局", "区教育局", "区统计局"), row("5.1.1", "区财政局"));
            replace(row("5.1.2", "区教育局", "区财政局"));

            assertThat(duties.of(app.round(), app.panyu()))
                    .extracting(Duty::point, duty -> name(duty.body()), Duty::part)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(new PointCode("5.1.2"), "区教育局", Duty.Part.LEAD),
                            org.assertj.core.groups.Tuple.tuple(new PointCode("5.1.2"), "区财政局", Duty.Part.COOPERATING));
            assertThat(app.bean(Ledger.class)
                            .about(Chain.of(App.PANYU), "duty", 1)
                            .getFirst()
                            .told()
                            .zh())
                    .startsWith("导入分工表：1 个观测点；2 项职责");
        });
    }

    @Test
    void aDutyBelongsToTheContactPostOfItsBodyAndToTheOneThatIsNamed() {
        app.rolledBack(() -> {
            replace(row("5.1.2", "区财政局", "区教育局"));

            assertThat(duties.of(app.round(), app.panyu()))
                    .allSatisfy(duty -> assertThat(duty.contact()).isEqualTo(contact(duty.body())));
        });
    }

    @Test
    void aPointIsReassignedAndTheOthersStay() {
        app.rolledBack(() -> {
            replace(row("5.1.2", "区财政局"), row("5.1.1", "区财政局"));
            duties.assign(
                    new RequestContext(app.visitor("office"), app.round(), app.panyu(), app.now()),
                    new PointCode("5.1.2"),
                    new Duties.Assign(id("区教育局"), List.of(id("南村镇人民政府"), id("石楼镇人民政府"), id("南村镇人民政府"))));

            assertThat(Given.lead(app, "5.1.2")).contains(id("区教育局"));
            assertThat(Given.lead(app, "5.1.1")).contains(id("区财政局"));
            assertThat(duties.of(app.round(), app.panyu()))
                    .filteredOn(duty -> duty.point().text().equals("5.1.2") && !duty.leads())
                    .as("a group of towns cooperates, each once")
                    .hasSize(2);
        });
    }

    @Test
    void aBodyOfAnotherCountyIsUnknownAndNobodyBothLeadsAndCooperates() {
        var other =
                app.bean(People.class).bodies(new UnitCode("440114")).getFirst().id();
        app.rolledBack(() -> {
            assertThat(code(() -> assign(other, List.of()))).isEqualTo("page.unknown");
            assertThat(code(() -> assign(id("区财政局"), List.of(other)))).isEqualTo("page.unknown");
            assertThat(code(() -> assign(id("区财政局"), List.of(id("区财政局"))))).isEqualTo("duty.both-parts");
        });
    }

    @Test
    void whoHasAPartWorksAndNobodyElse() {
        var finance = id("区财政局");
        var ofPoint = List.of(
                new Duty(new PointCode("5.1.2"), finance, Duty.Part.LEAD, null),
                new Duty(new PointCode("5.1.2"), id("区教育局"), Duty.Part.COOPERATING, null));

        assertThat(Duties.whyNotWork(app.visitor("finance"), app.panyu(), ofPoint))
                .isEmpty();
        assertThat(Duties.whyNotWork(app.visitor("education"), app.panyu(), ofPoint))
                .isEmpty();
        assertThat(Duties.whyNotWork(app.visitor("office"), app.panyu(), List.of()))
                .isEmpty();
        for (var login : List.of("planning", "finance-check", "deputy", "city", "province", "office-440114"))
            assertThat(Duties.whyNotWork(app.visitor(login), app.panyu(), ofPoint))
                    .as(login)
                    .isPresent();
    }

    @Test
    void aBodyIsObligedAndReleased() {
        app.rolledBack(() -> {
            var town = id("南村镇人民政府");
            duties.oblige(
                    new RequestContext(app.visitor("office"), app.round(), app.panyu(), app.now()),
                    town,
                    Obligation.SELF_EVALUATION,
                    true);
            duties.oblige(
                    new RequestContext(app.visitor("office"), app.round(), app.panyu(), app.now()),
                    town,
                    Obligation.SELF_EVALUATION,
                    true);
            assertThat(duties.obligations(app.round(), app.panyu()).get(town)).contains(Obligation.SELF_EVALUATION);

            duties.oblige(
                    new RequestContext(app.visitor("office"), app.round(), app.panyu(), app.now()),
                    town,
                    Obligation.SELF_EVALUATION,
                    false);
            assertThat(duties.obligations(app.round(), app.panyu()).getOrDefault(town, List.of()))
                    .doesNotContain(Obligation.SELF_EVALUATION);
        });
    }

    @Test
    void theDigestOfATableFollowsItsContentAndNothingElse() {
        app.rolledBack(() -> {
            replace(row("5.1.2", "区财政局", "区教育局", "区统计局"));
            var digest = duties.digest(app.round(), app.panyu());
            replace(row("5.1.2", "区财政局", "区统计局", "区教育局"));
            assertThat(duties.digest(app.round(), app.panyu())).isEqualTo(digest);
            replace(row("5.1.2", "区教育局", "区统计局", "区财政局"));
            assertThat(duties.digest(app.round(), app.panyu())).isNotEqualTo(digest);
        });
    }

    @Test
    void bodiesThatCannotBeReachedAreToldTogether() {
        app.rolledBack(() -> {
            replace(row("5.1.2", "区财政局", "区统计局", "区信访局"));
            var framework = app.bean(pingheng.round.Rounds.class).framework(app.round(), app.panyu());
            app.db()
                    .sql("insert into appointment_version (appointment, version, person, post, since, until, at)"
                            + " select id, 2, person, post, since, since, now() from appointment_current"
                            + " where post in (select p.id from post p join body_current b on b.id = p.body"
                            + " where b.name in ('区统计局', '区信访局') and p.role = 'contact')")
                    .update();
            var warnings = app.bean(Warnings.class);

            assertThat(warnings.unreachable(app.round(), app.panyu()))
                    .containsExactlyInAnyOrder(id("区统计局"), id("区信访局"));
            assertThat(warnings.of(app.round(), app.panyu(), framework))
                    .extracting(Sentence::zh)
                    .anyMatch(one -> one.startsWith("53 个观测点没有牵头单位"))
                    .contains("2 个单位有职责，但没有联系人账号：统计局、信访局", "2 个单位有职责，但不在领导小组成员单位之列：统计局、信访局");
        });
    }

    private void assign(BodyId lead, List<BodyId> cooperating) {
        duties.assign(
                new RequestContext(app.visitor("office"), app.round(), app.panyu(), app.now()),
                new PointCode("5.1.2"),
                new Duties.Assign(lead, cooperating));
    }

    private void replace(DutyRow... rows) {
        duties.replace(new RequestContext(app.visitor("office"), app.round(), app.panyu(), app.now()), List.of(rows));
    }

    private static DutyRow row(String point, String lead, String... cooperating) {
        return new DutyRow(
                new PointCode(point), List.of(lead), List.of(cooperating), List.of(), "", Place.file("test"));
    }

    private BodyId id(String name) {
        return app.bean(People.class).bodies(App.PANYU).stream()
                .filter(body -> body.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String name(BodyId id) {
        return app.bean(People.class).bodies(App.PANYU).stream()
                .filter(body -> body.id().equals(id))
                .map(Body::name)
                .findFirst()
                .orElseThrow();
    }

    private PostId contact(BodyId body) {
        return app.bean(People.class).posts(App.PANYU).stream()
                .filter(post -> post.role() == Role.CONTACT && post.body().id().equals(body))
                .map(Post::id)
                .findFirst()
                .orElseThrow();
    }

    private static void isForbidden(Throwable thrown) {
        assertThat(((Refused) thrown).reason().code()).isEqualTo("people.office-only");
    }

    private static String code(ThrowingCallable call) {
        return ((Refused) org.assertj.core.api.Assertions.catchThrowable(call))
                .reason()
                .code();
    }
}
