package pingheng.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.app.Guest;
import pingheng.people.People;
import pingheng.people.Post;
import pingheng.people.Role;
import pingheng.problem.Refused;
import pingheng.value.Login;

/** Filler and checker of a body stay two persons when somebody is put on both posts at once; a pair from before is told to the office. */
class TwoPersonsStory {
    private static final String BOTH = "education";

    @Test
    void twoAppointmentsAtOnceDoNotMakeFillerAndCheckerOnePerson() throws Exception {
        try (var app = App.fresh()) {
            var fillers = posts(app, Role.CONTACT).stream()
                    .filter(post -> !post.body()
                            .id()
                            .equals(app.visitor(BOTH).post().body().id()))
                    .filter(post -> checker(app, post) != null)
                    .limit(12)
                    .toList();
            assertThat(fillers).hasSizeGreaterThan(5);

            int way = 0;
            for (var filler : fillers) {
                var checker = Objects.requireNonNull(checker(app, filler));
                boolean table = way++ % 2 == 0;
                atOnce(
                        () -> {
                            if (table) take(app, filler);
                            else appoint(app, filler);
                        },
                        () -> appoint(app, checker));
                assertThat(held(app, filler)).as(filler.told()).isEqualTo(1);
            }
            aPairFromBeforeIsToldToTheOfficeWithTheWayOut(app);
            ofTwoWhoAddOneBodyAtOnceTheSecondIsToldSo(app);
        }
    }

    private static void aPairFromBeforeIsToldToTheOfficeWithTheWayOut(App app) {
        var office = Guest.as(app, "office");
        assertThat(office.get("/people/440113").body()).doesNotContain("填表人和审核人须是两个人");
        var checker = app.visitor("finance-check").post();
        app.db().sql("""
                insert into appointment_version (version, person, post, since, at)
                select 1, id, :post, date '2020-01-01', now() from person where login = 'finance'
                """).param("post", checker.id().number()).update();

        var page = office.get("/people/440113").body();

        assertThat(page)
                .contains("填表人和审核人须是两个人：" + app.visitor("finance").name() + " 同时任")
                .contains("href=\"/people/440113/posts/" + checker.id() + "\">" + checker.told());
    }

    /** The first has not committed when the second looks: to both there is no such body. */
    private static void ofTwoWhoAddOneBodyAtOnceTheSecondIsToldSo(App app) throws Exception {
        var owner = app.database().owner();
        try (var first = DriverManager.getConnection(app.database().url(), owner.user(), owner.password());
                var insert = first.createStatement();
                var threads = Executors.newSingleThreadExecutor()) {
            first.setAutoCommit(false);
            insert.execute("""
                    insert into body_version (version, division, name, short_name, kind, town, in_group, at)
                    values (1, '440113', '区同名局', '同名局', '', false, false, now())
                    """);
            var second = threads.submit(
                    () -> Guest.as(app, "office").post("/people/440113/bodies", "name", "区同名局", "shortName", "同名局"));
            while (!second.isDone() && waiting(app) == 0) Thread.onSpinWait();
            first.commit();
            assertThat(second.get().status()).isEqualTo(409);
            assertThat(second.get().body()).contains("这一次没有办理", "page.at-once");
        }
    }

    private static long waiting(App app) {
        return app.db()
                .sql("select count(*) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }

    private static void appoint(App app, Post post) {
        app.bean(Staff.class).appoint(app.visitor("office"), app.panyu(), post.id(), new Login(BOTH), "");
    }

    private static void take(App app, Post post) {
        var name = app.visitor(BOTH).name();
        var row = new Contact(post.body(), post.title(), post.role(), name, new Login(BOTH));
        app.bean(Contacts.class).take(app.visitor("office"), app.panyu(), List.of(row));
    }

    private static List<Post> posts(App app, Role role) {
        return app.bean(People.class).posts(App.PANYU).stream()
                .filter(post -> post.role() == role)
                .toList();
    }

    private static @Nullable Post checker(App app, Post filler) {
        return posts(app, Role.CHECKER).stream()
                .filter(post -> post.body().id().equals(filler.body().id()))
                .findFirst()
                .orElse(null);
    }

    /** How many posts of the body the person holds. */
    private static long held(App app, Post filler) {
        return app.bean(People.class).held(new Login(BOTH)).stream()
                .filter(post -> post.body().id().equals(filler.body().id()))
                .count();
    }

    /** Both begin together; who comes second is refused. */
    private static void atOnce(Runnable... acts) throws Exception {
        var together = new CyclicBarrier(acts.length);
        var refused = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(acts.length)) {
            for (var act : acts)
                refused.add(threads.submit(() -> {
                    together.await();
                    try {
                        act.run();
                        return false;
                    } catch (Refused no) {
                        assertThat(no.reason().code()).isEqualTo("people.both-posts");
                        return true;
                    }
                }));
        }
        int count = 0;
        for (var one : refused) if (one.get()) count++;
        assertThat(count).as("how many were refused").isEqualTo(1);
    }
}
