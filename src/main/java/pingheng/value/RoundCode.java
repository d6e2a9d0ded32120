package pingheng.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The code of a round 轮次: letters, digits and dashes, 2 to 40. */
public record RoundCode(@JsonValue String text) implements Code {
    /** As it is stored. */
    public static final String SHAPE = "^[A-Za-z0-9][A-Za-z0-9-]{1,39}$";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoundCode {
        Code.given(text);
    }

    /** The code that was typed; empty where nothing was. */
    public static Optional<RoundCode> of(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(new RoundCode(typed));
    }

    @Override
    public String toString() {
        return text;
    }
}
