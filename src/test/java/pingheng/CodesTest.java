package pingheng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pingheng.app.App;
import pingheng.database.Row;
import pingheng.database.Sql;
import pingheng.json.Json;
import pingheng.value.Code;
import pingheng.value.Codes;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.RoundCode;
import pingheng.value.UnitCode;

/** Codes are never empty, are written as their text, and the database keeps them in the same shape. */
class CodesTest {
    @Test
    void everyKindIsMadeInOnePlaceAndNeverEmpty() {
        assertThat(List.copyOf(Codes.KINDS.keySet()))
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Code.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
        Codes.KINDS.forEach((kind, of) -> {
            assertThatThrownBy(() -> of.apply(""))
                    .as(kind.getSimpleName())
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(of.apply("5.1.2").text()).isEqualTo("5.1.2");
        });
        assertThat(Objects.requireNonNull(Codes.KINDS.get(Login.class))
                        .apply("Zhou")
                        .text())
                .isEqualTo("zhou");
        assertThat(PointCode.of("")).isEmpty();
    }

    @Test
    void inJsonACodeIsItsText() {
        var json = Json.MAPPER.writeValueAsString(Map.of(new UnitCode("440113"), List.of(new PointCode("5.1.2"))));
        assertThat(json.replaceAll("\\s", "")).isEqualTo("{\"440113\":[\"5.1.2\"]}");
    }

    @Test
    void theDatabaseKeepsTheSameShape() {
        var shapes = App.shared().bean(Sql.class).sql("""
                select conrelid::regclass || ' ' || pg_get_constraintdef(oid)
                  from pg_constraint
                 where contype = 'c' and conrelid in ('division'::regclass, 'round'::regclass, 'person'::regclass)
                """).list(Row::onlyText);
        for (var shape : List.of(
                "division CHECK ((code ~ '" + UnitCode.SHAPE + "'",
                "round CHECK ((code ~ '" + RoundCode.SHAPE + "'",
                "person CHECK ((login ~ '" + Login.SHAPE + "'"))
            assertThat(shapes).anyMatch(check -> check.startsWith(shape));
    }
}
