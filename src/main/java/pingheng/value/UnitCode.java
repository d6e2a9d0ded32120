package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The code of a government 行政区划代码: six digits of GB/T 2260. */
public record UnitCode(@JsonValue String text) implements Code {
    /** As it is stored. */
    public static final String SHAPE = "^[0-9]{6}$";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitCode {
        Code.given(text);
    }

    /** The code that was typed; empty where nothing was. */
    public static Optional<UnitCode> of(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(new UnitCode(typed));
    }

    @Override
    public String toString() {
        return text;
    }
}
