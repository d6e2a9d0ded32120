package pingheng.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import pingheng.text.Coded;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * How JSON is written wherever it leaves the house. A record is an object, its components in the order in which they are declared; what
 * is absent is left out; nothing is indented. A decimal is a string in its shortest form, unless it is {@link Fixed}; instants and days
 * are strings of ISO 8601 with their offset; one of a closed list is its code.
 */
public final class Json {
    /** For what the program writes, and for reading what it wrote itself: fields of later formats are passed over. */
    public static final JsonMapper MAPPER = written(JsonMapper.builder())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /** Says to a mapper how everything is written. How strictly it reads is left to whoever knows whom it reads from. */
    public static JsonMapper.Builder written(JsonMapper.Builder mapper) {
        return mapper.addModule(new SimpleModule("written")
                        .addSerializer(BigDecimal.class, new Decimal())
                        .addSerializer(Coded.class, new Code())
                        .addKeySerializer(Coded.class, new CodeKey()))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(SerializationFeature.INDENT_OUTPUT)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .changeDefaultPropertyInclusion(given ->
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, given.getContentInclusion()));
    }

    /** A decimal as a string, without zeros at the end and without an exponent. */
    private static final class Decimal extends StdScalarSerializer<BigDecimal> {
        Decimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeString(
                    value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
        }
    }

    /** One of a closed list by its code. */
    private static final class Code extends StdScalarSerializer<Coded> {
        Code() {
            super(Coded.class);
        }

        @Override
        public void serialize(Coded value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.code());
        }
    }

    /** The same where it is the name of a field. */
    private static final class CodeKey extends ValueSerializer<Coded> {
        @Override
        public void serialize(Coded key, JsonGenerator json, SerializationContext context) {
            json.writeName(key.code());
        }
    }
}
