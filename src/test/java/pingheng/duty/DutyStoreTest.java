package pingheng.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import pingheng.app.App;
import pingheng.people.People;
import pingheng.round.RequestContext;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UrgingId;

class DutyStoreTest {
    private static final Instant AT = Instant.parse("2020-08-18T01:00:00.123456Z");

    private final App app = App.shared();
    private final DutyStore store = app.bean(DutyStore.class);
    private final long round = app.round().id();
    private final RequestContext context = new RequestContext(app.visitor("office"), app.round(), app.panyu(), AT);
    private final BodyId body = app.bean(People.class).bodies(App.PANYU).get(2).id();
    private final BodyId other = app.bean(People.class).bodies(App.PANYU).get(3).id();

    private void allot(String point, Duty... duties) {
        store.allot(context, new PointCode(point), List.of(duties));
    }

    private static Duty duty(String point, BodyId body, Duty.Part part) {
        return new Duty(new PointCode(point), body, part, null);
    }

    @Test
    void dutiesComeBackLeadFirstAndGoPointByPointWithoutBeingForgotten() {
        app.rolledBack(() -> {
            var lead = duty("5.1.1", body, Duty.Part.LEAD);
            var cooperating = duty("5.1.1", other, Duty.Part.COOPERATING);
            var next = duty("5.1.2", body, Duty.Part.LEAD);
            allot("5.1.1", cooperating, lead);
            allot("5.1.2", next);
            assertThat(store.duties(round, App.PANYU)).containsExactly(lead, cooperating, next);

            allot("5.1.1", duty("5.1.1", other, Duty.Part.LEAD));
            allot("5.1.1");
            assertThat(store.duties(round, App.PANYU)).containsExactly(next);
            assertThat(app.db()
                            .sql(
                                    "select version || ' ' || array_to_string(parts, ',') || ' ' || person from duty_version"
                                            + " where round = :round and point = '5.1.1' order by version")
                            .param("round", round)
                            .query(String.class)
                            .list())
                    .containsExactly("1 cooperating,lead office", "2 lead office", "3  office");
        });
    }

    @Test
    void theDatabaseItselfRefusesASecondLead() {
        app.rolledBack(() -> {
            var lead = duty("5.1.1", body, Duty.Part.LEAD);
            assertThatThrownBy(() -> allot("5.1.1", lead, duty("5.1.1", other, Duty.Part.LEAD)))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("duty_one_lead");
        });
    }

    @Test
    void theDatabaseItselfRefusesABodyTwiceOnOnePoint() {
        app.rolledBack(() -> {
            var lead = duty("5.1.1", body, Duty.Part.LEAD);
            assertThatThrownBy(() -> allot("5.1.1", lead, duty("5.1.1", body, Duty.Part.COOPERATING)))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("duty_pkey");
        });
    }

    private List<Map.Entry<BodyId, Obligation>> obligations() {
        return store.owed(round, App.PANYU).obligations().entrySet().stream()
                .flatMap(owed -> owed.getValue().stream().map(one -> Map.entry(owed.getKey(), one)))
                .toList();
    }

    @Test
    void anObligationIsOwedOnceAndReleased() {
        app.rolledBack(() -> {
            int before = obligations().size();
            store.oblige(context, body, Obligation.SELF_EVALUATION, false);
            store.oblige(context, body, Obligation.SELF_EVALUATION, true);
            store.oblige(context, body, Obligation.SELF_EVALUATION, true);
            assertThat(obligations()).hasSize(before + 1).contains(Map.entry(body, Obligation.SELF_EVALUATION));
            store.oblige(context, body, Obligation.SELF_EVALUATION, false);
            assertThat(obligations()).hasSize(before);
        });
    }

    @Test
    void anUrgingIsAnsweredOnce() {
        app.rolledBack(() -> {
            var urging = new Urging(
                    UrgingId.NEW,
                    App.PANYU,
                    body,
                    new PointCode("5.1.1"),
                    "请补正",
                    LocalDate.of(2020, 8, 20),
                    "办公室",
                    AT,
                    null,
                    null,
                    null);
            var id = store.urge(round, App.PANYU, urging, AT);

            assertThat(store.urging(id).orElseThrow().at()).isEqualTo(AT);
            assertThat(store.answer(id, "好", new Login("甲"), AT)).isTrue();
            assertThat(store.answer(id, "不", new Login("乙"), AT)).isFalse();
            assertThat(store.urgings(round, App.PANYU))
                    .singleElement()
                    .satisfies(one -> assertThat(one.answer()).isEqualTo("好"));
            assertThat(store.urging(UrgingId.NEW)).isEmpty();
        });
    }
}
