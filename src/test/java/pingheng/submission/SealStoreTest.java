package pingheng.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import pingheng.app.App;
import pingheng.value.Login;

/** Freezes, their liftings and scans are only added; the database knows which of them can follow which. */
class SealStoreTest {
    private static final Instant AT = Instant.parse("2020-09-01T01:00:00Z");
    private static final Login OFFICE = new Login("office");

    private final App app = App.shared();
    private final SealStore store = app.bean(SealStore.class);
    private final long round = app.round().id();

    @Test
    void aNumberIsFrozenOnceAtATimeAndAgainWhenItWasLifted() {
        app.rolledBack(() -> {
            freeze("a");
            assertThat(now().digest()).startsWith("a");
            store.lift(now().id(), OFFICE, AT);
            assertThat(store.freeze(round, App.PANYU, 1)).isEmpty();
            assertThat(store.standing(round, App.PANYU)).isInstanceOf(SubmissionStatus.Drafting.class);
            assertThat(store.outlines(round).get(App.PANYU))
                    .extracting("frozen")
                    .isEqualTo(false);

            freeze("b");
            assertThat(now().digest()).startsWith("b");
            assertThat(store.standing(round, App.PANYU)).isInstanceOf(SubmissionStatus.Frozen.class);
            assertThat(store.outlines(round).get(App.PANYU))
                    .extracting("frozen")
                    .isEqualTo(true);
        });
    }

    @Test
    void theDatabaseItselfRefusesASecondFreezeBesideOneThatStands() {
        app.rolledBack(() -> {
            freeze("a");
            assertThatThrownBy(() -> freeze("b"))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("frozen_named");
        });
        app.rolledBack(() -> {
            freeze("a");
            assertThatThrownBy(() -> write(1)).isInstanceOf(DuplicateKeyException.class);
        });
        app.rolledBack(() -> {
            freeze("a");
            assertThatThrownBy(() -> write(3)).hasMessageContaining("frozen_after");
        });
    }

    @Test
    void ofTwoWhoLiftOneFreezeTheDatabaseRefusesTheSecond() {
        app.rolledBack(() -> {
            freeze("a");
            long id = now().id();
            store.lift(id, OFFICE, AT);
            assertThatThrownBy(() -> store.lift(id, OFFICE, AT)).isInstanceOf(DuplicateKeyException.class);
        });
    }

    @Test
    void ofTheScansOfAKindTheNewestCountsAndTheOthersStay() {
        app.rolledBack(() -> {
            freeze("a");
            long id = now().id();
            for (var bytes : List.of("b", "c")) store.scan(id, scan("form", bytes));
            store.scan(id, scan("pledge", "d"));

            assertThat(now().scans())
                    .extracting(scan -> scan.sha256().charAt(0))
                    .containsExactly('c', 'd');
            assertThat(app.db()
                            .sql("select left(sha256, 1) from scan_version where frozen = ? order by kind, version")
                            .param(id)
                            .query(String.class)
                            .list())
                    .containsExactly("b", "c", "d");
        });
    }

    private SubmissionStatus.Freeze now() {
        return store.freeze(round, App.PANYU, 1).orElseThrow();
    }

    private void freeze(String digit) {
        store.freeze(
                round,
                App.PANYU,
                new SubmissionStatus.Freeze(0, 1, "manifest", "content", digit.repeat(64), OFFICE, AT, List.of()));
    }

    private void write(int version) {
        app.db().sql("""
                        insert into frozen (round, unit, number, version, manifest, content, digest, person, at)
                        select round, unit, number, ?, manifest, content, digest, person, at
                          from frozen
                         where unit = '440113'
                        """).param(version).update();
    }

    private static SubmissionStatus.Scan scan(String kind, String digit) {
        return new SubmissionStatus.Scan(kind, digit.repeat(64), "s.pdf", "PDF", 1, OFFICE, AT);
    }
}
