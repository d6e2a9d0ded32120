package pingheng.page.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pingheng.json.Json;
import pingheng.value.Code;
import pingheng.value.Codes;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON as programs send and get it: written like all JSON of the house; taken only if it is bounded, with every field known, of its
 * type and there, never null.
 */
@Configuration(proxyBeanMethods = false)
class ApiJsonConfig {
    static final int DEEPEST = 20;
    static final int LARGEST = 1 << 20;

    @Bean
    JsonFactoryBuilderCustomizer bounded() {
        return factory -> factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxDocumentLength(LARGEST)
                        .maxStringLength(LARGEST)
                        .maxNameLength(200)
                        .maxNumberLength(40)
                        .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strict() {
        var folded = new SimpleModule("folded")
                .addDeserializer(String.class, new Values.Text())
                .addDeserializer(LocalDate.class, new Values.Day());
        Codes.KINDS.forEach((kind, of) -> named(folded, kind, of));
        return mapper -> Json.written(mapper)
                .addModule(folded)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .changeDefaultNullHandling(nulls -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL));
    }

    private static <T extends Code> void named(
            SimpleModule module, Class<T> kind, Function<String, ? extends Code> of) {
        module.addDeserializer(kind, new Values.Named<>(kind, text -> kind.cast(of.apply(text)), false));
    }
}
