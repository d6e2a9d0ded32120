package pingheng.result.release;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.deliberation.Deliberations;
import pingheng.deliberation.Seat;
import pingheng.people.Visitor;
import pingheng.problem.Refused;
import pingheng.round.HeldRound;
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
            survey.take(province, round, TABLE, 0);
            released();

            assertThatThrownBy(() -> survey.take(province, round, TABLE, 1)).satisfies(ReleasesTest::isTooLate);
        });
    }

    @Test
    void noSessionOfTheCommitteeBeginsOrGoesOnAfterTheRelease() {
        var deliberations = app.bean(Deliberations.class);
        app.rolledBack(() -> {
            deliberations.open(province, round, seats(1, 5));
            released();

            assertThatThrownBy(() -> deliberations.admit(province, round, seats(6, 6)))
                    .satisfies(ReleasesTest::isTooLate);
            assertThatThrownBy(() -> deliberations.close(province, round)).satisfies(ReleasesTest::isTooLate);
        });
        app.rolledBack(() -> {
            released();

            assertThatThrownBy(() -> deliberations.open(province, round, seats(1, 5)))
                    .satisfies(ReleasesTest::isTooLate);
        });
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
                .param("post", province.post().id())
                .update();
    }
}
