package pingheng.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
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
            schools(1, List.of(), List.of(both, junior, first));

            assertThat(store.schools(round, App.PANYU)).containsExactly(first, junior, both);
            assertThat(store.schools(round)).containsEntry(App.PANYU, List.of(first, junior, both));
            assertThat(store.schools(round, new UnitCode("440114"))).isEmpty();
            schools(2, List.of(first, junior, both), List.of());
            assertThat(store.schools(round, App.PANYU)).isEmpty();
        });
    }

    @Test
    void ofATableOnlyTheCellsThatItChangesAreVersions() {
        app.rolledBack(() -> {
            var before = List.of(school("1", "一小", "pupils", "10", "books", "7"), school("2", "二小", "pupils", "20"));
            var after = List.of(school("1", "一小", "pupils", "11"), school("3", "三小", "pupils", "30"));
            schools(1, List.of(), before);
            schools(2, before, after);
            schools(3, after, before);
            schools(4, before, before);

            assertThat(store.schools(round, App.PANYU, 1)).isEqualTo(before);
            assertThat(store.schools(round, App.PANYU, 2)).isEqualTo(after);
            assertThat(store.schools(round, App.PANYU)).isEqualTo(before);
            assertThat(app.db()
                            .sql("select school || version || withdrawn from school_version order by school, version")
                            .query(String.class)
                            .list())
                    .as("a name that stays is no version")
                    .containsExactly("11false", "21false", "22true", "23false", "32false", "33true");
            assertThat(app.db().sql("""
                            select concat_ws(' ', school, figure, version, coalesce(value::text, 'withdrawn'))
                              from school_value_version
                             order by school, figure, version
                            """).query(String.class).list())
                    .containsExactly(
                            "1 books 1 7",
                            "1 books 2 withdrawn",
                            "1 books 3 7",
                            "1 pupils 1 10",
                            "1 pupils 2 11",
                            "1 pupils 3 10",
                            "2 pupils 1 20",
                            "2 pupils 2 withdrawn",
                            "2 pupils 3 20",
                            "3 pupils 2 30",
                            "3 pupils 3 withdrawn");
        });
    }

    @Test
    void ofTwoWhoWriteOneVersionOfACellTheDatabaseRefusesOne() {
        var one = school("1", "一小", "pupils", "10");
        app.rolledBack(() -> {
            schools(1, List.of(), List.of(one));
            assertThatThrownBy(() -> schools(1, List.of(), List.of(one))).isInstanceOf(DuplicateKeyException.class);
        });
        app.rolledBack(() -> {
            schools(1, List.of(), List.of(one));
            assertThatThrownBy(() -> schools(1, List.of(one), List.of(school("1", "一小", "pupils", "11"))))
                    .hasMessageContaining("school_value_version_pkey");
        });
    }

    @Test
    void theDatabaseItselfRefusesASchoolTwiceAtOneLevel() {
        app.rolledBack(() -> {
            var school = school("1", "一小");
            assertThatThrownBy(() -> schools(1, List.of(), List.of(school, school)))
                    .isInstanceOf(DuplicateKeyException.class);
        });
    }

    @Test
    void theDatabaseItselfRefusesACellOfNoBatch() {
        app.rolledBack(() -> {
            schools(1, List.of(), List.of(school("1", "一小", "pupils", "10")));
            assertThatThrownBy(
                            () -> app.db().sql("set constraints all immediate").update())
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("school_batch");
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
        for (var table : List.of("figure_version", "school_version", "school_value_version"))
            for (var sql : List.of("update " + table + " set version = 1", "delete from " + table))
                assertThatThrownBy(() -> app.rolledBack(() -> app.db().sql(sql).update()))
                        .as(sql)
                        .hasRootCauseMessage("ERROR: permission denied for table " + table);
    }

    private void schools(int batch, List<School> before, List<School> after) {
        store.add(round, App.PANYU, batch, School.Change.between(before, after));
    }

    /** With pairs of figure and value. */
    private static School school(String code, String name, String... values) {
        var figures = new TreeMap<FigureCode, BigDecimal>(Comparator.comparing(FigureCode::text));
        for (int at = 0; at < values.length; at += 2)
            figures.put(new FigureCode(values[at]), new BigDecimal(values[at + 1]));
        return new School(code, name, "primary", figures);
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
