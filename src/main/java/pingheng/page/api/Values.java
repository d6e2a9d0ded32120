package pingheng.page.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import pingheng.text.Folding;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
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
