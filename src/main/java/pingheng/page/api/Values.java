package pingheng.page.api;

import com.fasterxml.jackson.annotation.Nulls;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pingheng.text.Folding;
import pingheng.value.Code;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** How single values are taken. */
final class Values {
    private Values() {}

    /** A string that is one and that the database can keep, folded as forms and tables are. */
    static final class Text extends StdScalarDeserializer<String> {
        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) return context.reportInputMismatch(this, "no string");
            var text = json.getString();
            if (!Folding.writable(text)) return context.reportInputMismatch(this, "a character that is none");
            return Folding.text(text);
        }

        @Override
        public Object getEmptyValue(DeserializationContext context) {
            return "";
        }
    }

    /** The code of something, folded. An empty text is none, which is taken only where there need not be one. */
    static final class Named<T extends Code> extends StdScalarDeserializer<T> {
        private final transient Function<String, T> of;
        private final boolean optional;

        Named(Class<T> kind, Function<String, T> of, boolean optional) {
            super(kind);
            this.of = of;
            this.optional = optional;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return property != null && property.getMetadata().getValueNulls() == Nulls.SET
                    ? new Named<>(kind(), of, true)
                    : this;
        }

        @SuppressWarnings("unchecked")
        private Class<T> kind() {
            return (Class<T>) handledType();
        }

        @Override
        public @Nullable T deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) return context.reportInputMismatch(this, "no string");
            var text = json.getString();
            if (!Folding.writable(text)) return context.reportInputMismatch(this, "a character that is none");
            var word = Folding.word(text);
            if (!word.isEmpty()) return of.apply(word);
            return optional ? null : context.reportInputMismatch(this, "no code");
        }
    }

    /** A day of four digits for the year: 2020-09-10. */
    static final class Day extends StdScalarDeserializer<LocalDate> {
        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context) {
            var text = json.hasToken(JsonToken.VALUE_STRING) ? json.getString() : "";
            try {
                if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) return LocalDate.parse(text);
            } catch (DateTimeException none) {
                return context.reportInputMismatch(this, "no such day");
            }
            return context.reportInputMismatch(this, "no day");
        }
    }
}
