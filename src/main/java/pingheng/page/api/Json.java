package pingheng.page.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON as it is taken and given: bounded, every field known, of its type and there, never null; decimals as strings; what is absent
 * is left out.
 */
@Configuration(proxyBeanMethods = false)
class Json {
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
        var plain = new SimpleModule("plain")
                .addSerializer(BigDecimal.class, new Values.Decimal())
                .addDeserializer(String.class, new Values.Text())
                .addDeserializer(LocalDate.class, new Values.Day());
        return mapper -> mapper.addModule(plain)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .changeDefaultNullHandling(nulls -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
                .changeDefaultPropertyInclusion(given ->
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, given.getContentInclusion()));
    }
}
