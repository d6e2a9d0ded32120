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

class FigureStoreTest {
    private static final Instant AT = Instant.parse("2020-08-18T01:00:00.123456Z");

    private final App app = App.shared();
    private final FigureStore store = app.bean(FigureStore.class);
    private final long round = app.round().id();

    @Test
    void aValueComesBackAsItWasTypedAndAsItWasRead() {
        app.rolledBack(() -> {
            assertThat(store.save(round, App.PANYU, value("１２,３４５.60", "12345.6", 1), 0))
                    .isTrue();

            assertThat(store.values(round, App.PANYU)).singleElement().satisfies(one -> {
                assertThat(one.written()).isEqualTo("１２,３４５.60");
                assertThat(one.value()).isEqualByComparingTo("12345.6");
                assertThat(one.at()).isEqualTo(AT);
                assertThat(one.version()).isEqualTo(1);
            });
            assertThat(store.values(round, "440114")).isEmpty();
        });
    }

    @Test
    void onlyTheVersionThatWasSeenIsWrittenOver() {
        app.rolledBack(() -> {
            assertThat(store.save(round, App.PANYU, value("1", "1", 1), 0)).isTrue();
            assertThat(store.save(round, App.PANYU, value("2", "2", 1), 0))
                    .as("somebody was first")
                    .isFalse();
            assertThat(store.save(round, App.PANYU, value("3", "3", 2), 1)).isTrue();
            assertThat(store.save(round, App.PANYU, value("4", "4", 2), 1))
                    .as("not the newest")
                    .isFalse();
            assertThat(store.save(round, App.PANYU, value("5", "5", 9), 8))
                    .as("never was")
                    .isFalse();

            assertThat(store.values(round, App.PANYU)).singleElement().satisfies(one -> {
                assertThat(one.written()).isEqualTo("3");
                assertThat(one.version()).isEqualTo(2);
            });
        });
    }

    @Test
    void schoolsComeBackByCodeAndLevelWithTheFiguresTheyHave() {
        app.rolledBack(() -> {
            var both = new School("2", "九年一贯", "primary", Map.of("pupils", new BigDecimal("1134")));
            var junior = new School("2", "九年一贯", "junior", Map.of());
            var first = new School("1", "一小", "primary", Map.of("sports_area", new BigDecimal("8838.46")));
            for (var school : List.of(both, junior, first)) store.add(round, App.PANYU, school);

            assertThat(store.schools(round, App.PANYU)).containsExactly(first, junior, both);
            assertThat(store.schools(round, "440114")).isEmpty();
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

    private static Reported value(String written, String value, int version) {
        return new Reported(
                "education_spending", "", "2019", written, new BigDecimal(value), "", version, "finance", AT);
    }
}
