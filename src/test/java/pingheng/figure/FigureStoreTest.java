package pingheng.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import pingheng.app.App;
import pingheng.value.FigureCode;
import pingheng.value.Login;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

class FigureStoreTest {
    private static final Instant AT = Instant.parse("2020-08-18T01:00:00.123456Z");

    private final App app = App.shared();
    private final FigureStore store = app.bean(FigureStore.class);
    private final long round = app.round().id();

    @Test
    void aValueComesBackAsItWasTypedAndAsItWasRead() {
        app.rolledBack(() -> {
            assertThat(store.save(round, App.PANYU, value("１２,３４５.60", "12345.6", 1), Version.NONE))
                    .isTrue();

            assertThat(store.values(round, App.PANYU)).singleElement().satisfies(one -> {
                assertThat(one.written()).isEqualTo("１２,３４５.60");
                assertThat(one.value()).isEqualByComparingTo("12345.6");
                assertThat(one.at()).isEqualTo(AT);
                assertThat(one.version().number()).isEqualTo(1);
            });
            assertThat(store.values(round, new UnitCode("440114"))).isEmpty();
        });
    }

    @Test
    void onlyTheVersionThatWasSeenIsWrittenOver() {
        app.rolledBack(() -> {
            assertThat(store.save(round, App.PANYU, value("1", "1", 1), Version.NONE))
                    .isTrue();
            assertThat(store.save(round, App.PANYU, value("2", "2", 1), Version.NONE))
                    .as("somebody was first")
                    .isFalse();
            assertThat(store.save(round, App.PANYU, value("3", "3", 2), new Version(1)))
                    .isTrue();
            assertThat(store.save(round, App.PANYU, value("4", "4", 2), new Version(1)))
                    .as("not the newest")
                    .isFalse();
            assertThat(store.save(round, App.PANYU, value("5", "5", 9), new Version(8)))
                    .as("never was")
                    .isFalse();

            assertThat(store.values(round, App.PANYU)).singleElement().satisfies(one -> {
                assertThat(one.written()).isEqualTo("3");
                assertThat(one.version().number()).isEqualTo(2);
            });
        });
    }

    @Test
    void schoolsComeBackByCodeAndLevelWithTheFiguresTheyHave() {
        app.rolledBack(() -> {
            var both = new School("2", "九年一贯", "primary", Map.of(new FigureCode("pupils"), new BigDecimal("1134")));
            var junior = new School("2", "九年一贯", "junior", Map.of());
            var first =
                    new School("1", "一小", "primary", Map.of(new FigureCode("sports_area"), new BigDecimal("8838.46")));
            for (var school : List.of(both, junior, first)) store.add(round, App.PANYU, school);

            assertThat(store.schools(round, App.PANYU)).containsExactly(first, junior, both);
            assertThat(store.schools(round, new UnitCode("440114"))).isEmpty();
            store.clearSchools(round, App.PANYU);
            assertThat(store.schools(round, App.PANYU)).isEmpty();
        });
    }

    @Test
    void theDatabaseItselfRefusesASchoolTwiceAtOneLevel() {
        app.rolledBack(() -> {
            var school = new School("1", "一小", "primary", Map.of());
            store.add(round, App.PANYU, school);
            assertThatThrownBy(() -> store.add(round, App.PANYU, school)).isInstanceOf(DataAccessException.class);
        });
    }

    @Test
    void everyVersionIsKeptAndAWithdrawnFigureIsReportedNoMore() {
        app.rolledBack(() -> {
            assertThat(store.save(round, App.PANYU, value("1", "1", 1), Version.NONE))
                    .isTrue();
            assertThat(store.save(round, App.PANYU, withdrawal(2), new Version(1)))
                    .isTrue();

            assertThat(store.values(round, App.PANYU)).isEmpty();
            assertThat(store.values(round)).doesNotContainKey(new UnitCode("440114"));
            assertThat(store.current(round, App.PANYU)).containsExactly(withdrawal(2));
            assertThat(store.versions(round, App.PANYU, new FigureCode("education_spending")))
                    .containsExactly(withdrawal(2), value("1", "1", 1));
            assertThat(store.save(round, App.PANYU, value("2", "2", 3), new Version(2)))
                    .as("reported again, on top of the withdrawal")
                    .isTrue();
        });
    }

    @Test
    void theDatabaseItselfRefusesToChangeOrForgetAVersion() {
        for (var sql : List.of("update figure_version set value = 1", "delete from figure_version"))
            assertThatThrownBy(() -> app.rolledBack(() -> app.db().sql(sql).update()))
                    .as(sql)
                    .hasRootCauseMessage("ERROR: permission denied for table figure_version");
    }

    private static FigureVersion withdrawal(int version) {
        return new FigureVersion(
                new FigureCode("education_spending"),
                "",
                "2019",
                new Version(version),
                "",
                null,
                "",
                "",
                new Login("finance"),
                null,
                AT);
    }

    private static FigureVersion value(String written, String value, int version) {
        return new FigureVersion(
                new FigureCode("education_spending"),
                "",
                "2019",
                new Version(version),
                written,
                new BigDecimal(value),
                "",
                "",
                new Login("finance"),
                null,
                AT);
    }
}
