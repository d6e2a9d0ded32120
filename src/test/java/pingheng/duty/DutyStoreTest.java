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
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UrgingId;

class DutyStoreTest {
    private static final Instant AT = Instant.parse("2020-08-18T01:00:00.123456Z");

    private final App app = App.shared();
    private final DutyStore store = app.bean(DutyStore.class);
    private final long round = app.round().id();
    private final BodyId body = app.bean(People.class).bodies(App.PANYU).get(2).id();
    private final BodyId other = app.bean(People.class).bodies(App.PANYU).get(3).id();

    @Test
    void dutiesComeBackLeadFirstAndGoPointByPointOrAllTogether() {
        app.rolledBack(() -> {
            var lead = new Duty(new PointCode("5.1.1"), body, Duty.Part.LEAD, null);
            var cooperating = new Duty(new PointCode("5.1.1"), other, Duty.Part.COOPERATING, null);
            var next = new Duty(new PointCode("5.1.2"), body, Duty.Part.LEAD, null);
            store.add(round, App.PANYU, cooperating);
            store.add(round, App.PANYU, lead);
            store.add(round, App.PANYU, next);
            assertThat(store.duties(round, App.PANYU)).containsExactly(lead, cooperating, next);

            store.clear(round, App.PANYU, new PointCode("5.1.1"));
            assertThat(store.duties(round, App.PANYU)).containsExactly(next);
            store.clear(round, App.PANYU);
            assertThat(store.duties(round, App.PANYU)).isEmpty();
        });
    }

    @Test
    void theDatabaseItselfRefusesASecondLead() {
        app.rolledBack(() -> {
            store.add(round, App.PANYU, new Duty(new PointCode("5.1.1"), body, Duty.Part.LEAD, null));
            assertThatThrownBy(() ->
                            store.add(round, App.PANYU, new Duty(new PointCode("5.1.1"), other, Duty.Part.LEAD, null)))
                    .isInstanceOf(DataAccessException.class);
        });
    }

    @Test
    void theDatabaseItselfRefusesABodyTwiceOnOnePoint() {
        app.rolledBack(() -> {
            store.add(round, App.PANYU, new Duty(new PointCode("5.1.1"), body, Duty.Part.LEAD, null));
            assertThatThrownBy(() -> store.add(
                            round, App.PANYU, new Duty(new PointCode("5.1.1"), body, Duty.Part.COOPERATING, null)))
                    .isInstanceOf(DataAccessException.class);
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
            store.release(round, App.PANYU, body, Obligation.SELF_EVALUATION);
            store.oblige(round, App.PANYU, body, Obligation.SELF_EVALUATION);
            store.oblige(round, App.PANYU, body, Obligation.SELF_EVALUATION);
            assertThat(obligations()).hasSize(before + 1).contains(Map.entry(body, Obligation.SELF_EVALUATION));
            store.release(round, App.PANYU, body, Obligation.SELF_EVALUATION);
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
