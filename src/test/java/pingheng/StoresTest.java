package pingheng;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The database is asked in one way: by {@code Sql} alone, which decides as what a value is kept, and rows are mapped by hand. */
class StoresTest {
    private static final Set<String> BINDER = Set.of("pingheng.database.Sql", "pingheng.database.Sql$Statement");

    @Test
    void nobodyAsksTheDatabasePastTheBinder() {
        assertThat(breaches(Code.house())).isEmpty();
    }

    @Test
    void aStoreWithAClientOfItsOwnIsSeen() {
        assertThat(
                        breaches(
                                Code.planted(
                                        "package org.springframework.jdbc.core.simple; public interface JdbcClient {}",
                                        "package pingheng.duty; record Planted(org.springframework.jdbc.core.simple.JdbcClient db) {}")))
                .containsExactly("pingheng.duty.Planted uses org.springframework.jdbc.core.simple.JdbcClient");
    }

    @Test
    void aMapperThatReflectsIsSeen() {
        assertThat(
                        breaches(
                                Code.planted(
                                        "package org.springframework.jdbc.core; public class DataClassRowMapper {}",
                                        "package pingheng.duty; class Planted { Object mapper = new org.springframework.jdbc.core.DataClassRowMapper(); }")))
                .containsExactly("pingheng.duty.Planted uses org.springframework.jdbc.core.DataClassRowMapper");
    }

    private static Set<String> breaches(JavaClasses code) {
        var breaches = new TreeSet<String>();
        for (var type : code) {
            if (BINDER.contains(type.getName())) continue;
            type.getDirectDependenciesFromSelf().stream()
                    .map(use -> use.getTargetClass().getName())
                    .filter(used -> used.startsWith("org.springframework.jdbc.core."))
                    .forEach(used -> breaches.add(type.getName() + " uses " + used));
        }
        return breaches;
    }
}
