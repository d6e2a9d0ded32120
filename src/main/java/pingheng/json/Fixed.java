package pingheng.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A decimal that is written with every decimal it has: the zeros at its end say to which place it was rounded. */
public record Fixed(BigDecimal value) {
    /** The same of a value that may be absent. */
    public static @Nullable Fixed of(@Nullable BigDecimal value) {
        return value == null ? null : new Fixed(value);
    }

    @JsonCreator
    static Fixed read(String text) {
        return new Fixed(new BigDecimal(text));
    }

    /** Without an exponent. */
    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
