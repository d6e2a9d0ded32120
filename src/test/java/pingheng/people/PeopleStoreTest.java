package pingheng.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.people.account.Accounts;
import pingheng.value.BodyId;
import pingheng.value.Login;
import pingheng.value.PostId;
import pingheng.value.UnitCode;

class PeopleStoreTest {
    private static final LocalDate DAY = LocalDate.of(2020, 9, 1);

    private static final Instant AT = Instant.parse("2020-09-01T01:00:00Z");

    private final App app = App.shared();
    private final PeopleStore store = app.bean(PeopleStore.class);
    private final AppointmentStore appointments = app.bean(AppointmentStore.class);

    @Test
    void aPostIsHeldFromItsFirstDayToTheDayBeforeTheEnd() {
        app.rolledBack(() -> {
            PostId post = post();
            person("zhou");
            appointments.appoint(new Login("zhou"), post, DAY, AT);
            appointments.dismiss(new Login("zhou"), post, DAY.plusDays(5), AT);

            assertThat(appointments.held(new Login("zhou"), DAY.minusDays(1))).isEmpty();
            assertThat(appointments.held(new Login("zhou"), DAY)).hasSize(1);
            assertThat(appointments.held(new Login("zhou"), DAY.plusDays(4))).hasSize(1);
            assertThat(appointments.held(new Login("zhou"), DAY.plusDays(5))).isEmpty();
        });
    }

    @Test
    void anAppointmentEndedOnItsFirstDayNeverWas() {
        app.rolledBack(() -> {
            PostId post = post();
            person("zhou");
            appointments.appoint(new Login("zhou"), post, DAY, AT);
            assertThat(appointments.dismiss(new Login("zhou"), post, DAY, AT)).isTrue();

            assertThat(appointments.terms(post)).isEmpty();
            assertThat(appointments.dismiss(new Login("zhou"), post, DAY, AT)).isFalse();
        });
    }

    @Test
    void nobodyIsTwiceOnAPostAtATime() {
        app.rolledBack(() -> {
            PostId post = post();
            person("zhou");
            assertThat(appointments.appoint(new Login("zhou"), post, DAY, AT)).isTrue();
            assertThat(appointments.appoint(new Login("zhou"), post, DAY.plusDays(1), AT))
                    .isFalse();
            appointments.dismiss(new Login("zhou"), post, DAY.plusDays(2), AT);
            assertThat(appointments.appoint(new Login("zhou"), post, DAY.plusDays(2), AT))
                    .isTrue();

            assertThat(appointments.terms(post))
                    .containsExactly(
                            new Term(new Login("zhou"), "周敏", DAY.plusDays(2), null),
                            new Term(new Login("zhou"), "周敏", DAY, DAY.plusDays(2)));
        });
    }

    @Test
    void aHolderHasAPasswordOrASlipOrNeither() {
        app.rolledBack(() -> {
            PostId post = post();
            person("zhou");
            appointments.appoint(new Login("zhou"), post, DAY, AT);
            assertThat(holder(post).active()).isFalse();
            assertThat(holder(post).slipUntil()).isNull();

            var slip = app.bean(Accounts.class).slip(new Login("zhou"), "甲局 联系人");
            assertThat(holder(post).slipUntil()).isEqualTo(slip.until());

            app.bean(Accounts.class).choose("zhou", slip.word(), "correct horse battery");
            assertThat(holder(post).active()).isTrue();
            assertThat(holder(post).slipUntil()).isNull();
        });
    }

    @Test
    void aBodyAndAPostAreThereOnce() {
        app.rolledBack(() -> {
            var body = body("甲局");
            var id = store.addBody(body, AT).orElseThrow();
            assertThat(store.addBody(body, AT)).isEmpty();
            assertThat(store.addPost(id, "联系人", Role.CONTACT)).isPresent();
            assertThat(store.addPost(id, "联系人", Role.CHECKER)).isEmpty();
        });
    }

    @Test
    void aBodyChangesAllButItsName() {
        app.rolledBack(() -> {
            var id = store.addBody(body("甲局"), AT).orElseThrow();
            store.change(new Body(id, App.PANYU, "乙局", "乙", "财政", true, true), AT);
            assertThat(store.bodies(App.PANYU)).contains(new Body(id, App.PANYU, "甲局", "乙", "财政", true, true));
        });
    }

    @Test
    void thoseWhoEverHeldAPostOfAUnitAreKnownThereAndNowhereElse() {
        app.rolledBack(() -> {
            PostId post = post();
            person("zhou");
            assertThat(appointments.known(App.PANYU)).doesNotContainKey(new Login("zhou"));
            appointments.appoint(new Login("zhou"), post, DAY, AT);
            appointments.dismiss(new Login("zhou"), post, DAY.plusDays(1), AT);

            assertThat(appointments.known(App.PANYU))
                    .containsEntry(new Login("zhou"), "周敏")
                    .containsKey(new Login("office"));
            assertThat(appointments.known(new UnitCode("440112"))).doesNotContainKey(new Login("zhou"));
        });
    }

    @Test
    void everyCountyOfTheRehearsalHasAnOffice() {
        assertThat(store.having(Role.OFFICE))
                .contains(App.PANYU, new UnitCode("441502"))
                .doesNotContain(new UnitCode("440000"));
    }

    @Test
    void theDatabaseRefusesASecondOpenAppointmentAndAnEndBeforeItsBeginning() {
        for (var sql : List.of(
                "insert into appointment_version (version, person, post, since, at)"
                        + " select 1, person, post, since + 1, now() from appointment_current limit 1",
                "insert into appointment_version (version, person, post, since, until, at)"
                        + " select 1, person, post, since + 2, since + 1, now() from appointment_current limit 1"))
            app.rolledBack(() ->
                    assertThatThrownBy(() -> app.db().sql(sql).update()).as(sql).hasMessageContaining("appointment"));
    }

    /** Against a set of who is on the post, kept beside: whatever comes and goes, only those in it hold it. */
    @Test
    void whoeverWasDismissedFromTheirLastPostHoldsNone() {
        var people = List.of("zhou", "wu", "zheng");
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            app.rolledBack(() -> {
                PostId post = post();
                people.forEach(this::person);
                var on = new HashSet<String>();
                var day = DAY;
                for (int step = 0; step < 12; step++) {
                    var one = people.get(random.nextInt(people.size()));
                    if (random.nextBoolean())
                        assertThat(appointments.appoint(new Login(one), post, day, AT))
                                .isEqualTo(on.add(one));
                    else
                        assertThat(appointments.dismiss(new Login(one), post, day, AT))
                                .isEqualTo(on.remove(one));
                    day = day.plusDays(random.nextInt(2));
                    for (var person : people)
                        assertThat(!appointments.held(new Login(person), day).isEmpty())
                                .isEqualTo(on.contains(person));
                }
                assertThat(Set.copyOf(logins(post, day)))
                        .isEqualTo(on.stream().map(Login::new).collect(Collectors.toSet()));
            });
        }
    }

    private List<Login> logins(PostId post, LocalDate day) {
        return appointments.holders(App.PANYU, day).stream()
                .filter(holder -> holder.post().equals(post))
                .map(Holder::login)
                .toList();
    }

    private Holder holder(PostId post) {
        return appointments.holders(App.PANYU, DAY).stream()
                .filter(holder -> holder.post().equals(post))
                .findFirst()
                .orElseThrow();
    }

    private PostId post() {
        BodyId body = store.addBody(body("甲局"), AT).orElseThrow();
        return store.addPost(body, "联系人", Role.CONTACT).orElseThrow();
    }

    private static Body body(String name) {
        return new Body(BodyId.NEW, App.PANYU, name, name, "", false, false);
    }

    private void person(String login) {
        app.bean(Accounts.class).add(new Login(login), "周敏");
    }
}
