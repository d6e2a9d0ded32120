package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The code of an observation point 观测点, as 5.1.2; its framework gives it. */
public record PointCode(@JsonValue String text) implements Code {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PointCode {
        Code.given(text);
    }

    /** The code that was typed; empty where nothing was. */
    public static Optional<PointCode> of(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(new PointCode(typed));
    }

    @Override
    public String toString() {
        return text;
    }
}
