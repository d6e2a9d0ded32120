package pingheng.result.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.app.App;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Seat;
import pingheng.people.Body;
import pingheng.people.Level;
import pingheng.people.Staffing;
import pingheng.people.Unit;
import pingheng.people.Visitor;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;
import pingheng.rehearsal.Opening;
import pingheng.round.HeldRound;
import pingheng.round.Rounds;
import pingheng.survey.SurveyCount;
import pingheng.survey.SurveyResults;

class ReleasesTest {
    private static final List<SurveyCount> TABLE =
            List.of(new SurveyCount(App.PANYU, "teacher", 500, 450, 300, 100, 30, 15, 5));

    private final App app = App.shared();
    private final HeldRound round = app.round();
    private final Visitor province = app.visitor("province");

    @Test
    void resultsOfTheSurveyAreTakenUntilTheReleaseAndNotAfterIt() {
        var survey = app.bean(SurveyResults.class);
        app.rolledBack(() -> {
            survey.take(app.asking(province), TABLE, 0);
            released();

            assertThatThrownBy(() -> survey.take(app.asking(province), TABLE, 1))
                    .satisfies(ReleasesTest::isTooLate);
        });
    }

    @Test
    void noSessionOfTheCommitteeBeginsOrGoesOnAfterTheRelease() {
        var deliberations = app.bean(Deliberations.class);
        app.rolledBack(() -> {
            deliberations.open(app.asking(province), seats(1, 5));
            released();

            assertThatThrownBy(() -> deliberations.admit(app.asking(province), seats(6, 6)))
                    .satisfies(ReleasesTest::isTooLate);
            assertThatThrownBy(() -> deliberations.close(app.asking(province))).satisfies(ReleasesTest::isTooLate);
        });
        app.rolledBack(() -> {
            released();

            assertThatThrownBy(() -> deliberations.open(app.asking(province), seats(1, 5)))
                    .satisfies(ReleasesTest::isTooLate);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2020-08-01, 2020-09-01T01:00:00Z, result.document",
        "x, +999999999-12-31, 2020-09-01T01:00:00Z, result.approved",
        "x, -999999999-01-01, 2020-09-01T01:00:00Z, result.approved",
        "x, 2019-12-31, 2020-09-01T01:00:00Z, result.approved",
        "x, 2020-09-02, 2020-09-01T01:00:00Z, result.approved",
        "x, 2020-08-01, 2019-09-01T01:00:00Z, result.effective",
        "x, 2020-08-01, +999999999-12-31T00:00:00Z, result.effective",
        "x, 2020-09-01, 2020-09-01T01:00:00Z, result.empty"
    })
    void aReleaseIsProposedUnderADocumentApprovedBeforeItComesIntoForceWithinAYear(
            String document, LocalDate approved, Instant effective, String code) {
        app.rolledBack(() -> assertThatThrownBy(() -> app.bean(Releases.class)
                        .propose(
                                app.asking(province),
                                new Releases.ProposedRelease(document, approved, round.at(effective), "0".repeat(64))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo(code)));
    }

    @Test
    void whoSeesNoRegionIsToldWhyTheRankingIsEmpty() {
        app.rolledBack(() -> {
            released();
            app.at(Instant.parse("2020-12-26T01:00:00Z"));
            for (var login : List.of("inspector", "member1")) {
                var visitor = app.visitor(login);
                var ranking = app.bean(Released.class)
                        .ranking(visitor, round, app.bean(Rounds.class).units(round));
                assertThat(ranking).as(login).isEmpty();
                assertThat(Released.whyNoUnit(visitor, ranking))
                        .as(login)
                        .hasValueSatisfying(why -> assertThat(why.sentence().zh())
                                .contains(
                                        "只给区域内的县、所属的市和省级看",
                                        visitor.post().role().title().zh()));
            }
            released(app.panyu(), dec("10"));
            var office = app.visitor("office");
            var ranking = app.bean(Released.class)
                    .ranking(office, round, app.bean(Rounds.class).units(round));
            assertThat(Released.whyNoUnit(office, ranking)).isEmpty();
        });
        app.at(Opening.BEGINS);
    }

    @Test
    void theMedianIsTheOneInTheMiddleOrHalfWayBetweenTwo() {
        assertThat(Median.of(List.of(dec("3"), dec("1"), dec("2.5")))).isEqualByComparingTo("2.5");
        assertThat(Median.of(List.of(dec("3"), dec("1"), dec("2.5"), dec("2")))).isEqualByComparingTo("2.25");
        assertThat(Median.of(List.of(dec("7")))).isEqualByComparingTo("7");
        assertThatThrownBy(() -> Median.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMedianOfARegionIsToldFromFiveUnitsOn() {
        app.rolledBack(() -> {
            released();
            var units = app.bean(Rounds.class).units(round).stream()
                    .filter(unit -> unit.level() == Level.COUNTY
                            && unit.region().equals(app.panyu().region()))
                    .limit(5)
                    .toList();
            for (int i = 0; i < 4; i++) released(units.get(i), dec(String.valueOf(10 + i)));
            app.at(Instant.parse("2020-12-26T01:00:00Z"));
            var released = app.bean(Released.class);

            assertThat(released.aspects(round, units.getFirst()))
                    .singleElement()
                    .satisfies(aspect -> {
                        assertThat(aspect.aspect().score()).isEqualByComparingTo("10");
                        assertThat(aspect.median()).isNull();
                    });
            released(units.get(4), dec("20"));
            assertThat(released.aspects(round, units.getFirst()).getFirst().median())
                    .isEqualByComparingTo("12");
        });
        app.at(Opening.BEGINS);
    }

    @Test
    void whoHasReleasedIsToldAsOfThatDayWhateverTheirBodyIsCalledLater() {
        app.rolledBack(() -> {
            released();
            var before = app.bean(Releases.class).decided(round).orElseThrow();
            assertThat(before.post()).contains("省级管理员");

            var body = province.post().body();
            app.bean(Staffing.class)
                    .change(new Body(
                            body.id(), body.division(), body.name(), "改名之后", body.kind(), body.town(), body.inGroup()));

            assertThat(app.bean(Releases.class).decided(round)).contains(before);
        });
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }

    private void released(Unit unit, BigDecimal score) {
        var store = app.bean(ReleaseStore.class);
        var of = new Release.OfUnit(unit.code(), unit.name(), unit.level(), unit.region(), score, 1);
        store.release(round, new ReleaseStore.Written(of, new ReleaseStore.Told("", "")));
        store.release(round, List.of(new Release.OfAspect(unit.code(), 1, new Sentence("甲", "A"), score, dec("20"))));
    }

    private static void isTooLate(Throwable thrown) {
        if (!(thrown instanceof Refused refused) || !refused.reason().code().equals("result.released"))
            throw new AssertionError("not refused for the release", thrown);
    }

    private List<Seat> seats(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(
                        number -> new Seat(app.visitor("member" + number).post().id(), ""))
                .toList();
    }

    /** As if a result had been released: that it is there is all that counts here. */
    private void released() {
        app.db()
                .sql("""
                with proposed as (
                    insert into release_proposal (round, document, approved, effective, digest, person, post, at)
                    values (:round, '演练', '2020-12-19', '2020-12-25T01:00Z', repeat('0', 64), 'province', :post, '2020-12-20T01:00Z')
                    returning id
                )
                insert into release (round, proposal, ranking, result, digest, person, post, at)
                select :round, id, '', '', repeat('0', 64), 'province', :post, '2020-12-20T01:00Z'
                  from proposed
                """)
                .param("round", round.id())
                .param("post", province.post().id().number())
                .update();
    }
}
