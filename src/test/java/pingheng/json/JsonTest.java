package pingheng.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pingheng.app.App;
import pingheng.duty.Obligation;
import pingheng.round.Layer;
import tools.jackson.databind.json.JsonMapper;

/** How everything is written, to a file and to a program alike. */
class JsonTest {
    /** Something of every kind, in an order that is not that of the alphabet. */
    private record Sample(
            String zh,
            @JsonProperty("a_number") int number,
            BigDecimal decimal,
            Fixed fixed,
            @Nullable String absent,
            Optional<String> empty,
            List<@Nullable String> list,
            Instant instant,
            OffsetDateTime at,
            LocalDate day,
            Layer layer,
            Map<Obligation, Integer> owed) {}

    private static final Sample SAMPLE = new Sample(
            "评“衡”\n\"<&\u2028",
            7,
            new BigDecimal("1.50"),
            new Fixed(new BigDecimal("1.50")),
            null,
            Optional.empty(),
            Arrays.asList("1", null),
            Instant.parse("2020-09-10T16:00:00Z"),
            OffsetDateTime.parse("2020-09-11T00:00:00+08:00"),
            LocalDate.of(2020, 9, 11),
            Layer.ONSITE,
            Map.of(Obligation.SELF_EVALUATION, 1));

    private static final String WRITTEN = """
            {"zh":"评“衡”\\n\\"<&\u2028","a_number":7,"decimal":"1.5","fixed":"1.50","list":["1",null],\
            "instant":"2020-09-10T16:00:00Z","at":"2020-09-11T00:00:00+08:00","day":"2020-09-11","layer":"onsite",\
            "owed":{"self-evaluation":1}}""";

    @Test
    void aRecordIsWrittenInItsOrderAndWhatIsAbsentIsLeftOut() {
        assertThat(Json.MAPPER.writeValueAsString(SAMPLE)).isEqualTo(WRITTEN);
    }

    @Test
    void programsAreAnsweredByTheSameRules() {
        assertThat(App.shared().bean(JsonMapper.class).writeValueAsString(SAMPLE))
                .isEqualTo(WRITTEN);
    }

    @ParameterizedTest
    @CsvSource({
        "1.500, 1.5, 1.500",
        "0.000, 0, 0.000",
        "-2, -2, -2",
        "1E+3, 1000, 1000",
        "1E-12, 0.000000000001, 0.000000000001"
    })
    void aDecimalIsAsShortAsCanBeAndAFixedOneKeepsItsZeros(BigDecimal value, String decimal, String fixed) {
        assertThat(Json.MAPPER.writeValueAsString(value)).isEqualTo('"' + decimal + '"');
        assertThat(Json.MAPPER.writeValueAsString(new Fixed(value))).isEqualTo('"' + fixed + '"');
    }

    @Property
    void aFixedDecimalIsReadBackWithAllItsDecimals(@ForAll BigDecimal value) {
        var plain = new BigDecimal(value.toPlainString());

        assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(new Fixed(value)), Fixed.class))
                .isEqualTo(new Fixed(plain));
    }

    @Test
    void whatALaterFormatAddsIsPassedOver() {
        assertThat(Json.MAPPER.readValue("{\"later\":[{}],\"value\":\"1\"}", Known.class))
                .isEqualTo(new Known("1"));
    }

    private record Known(String value) {}
}
